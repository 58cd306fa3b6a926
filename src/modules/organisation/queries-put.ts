import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { DistrictEntry, ProvinceEntry, UnitEntry } from './entries.ts';

/** Units open: their rows, and where they stand from that day on. */
export async function openUnits(trx: Trx, units: readonly (UnitEntry & { path: string })[]): Promise<void> {
  if (units.length === 0) return;
  const rows = units.map((unit) => ({
    code: unit.code,
    kind: unit.kind,
    parent_code: unit.parent,
    path: unit.path,
    name_vi: unit.name.vi,
    name_en: unit.name.en,
    name_status: unit.nameStatus,
    agency_kind: unit.agencyKind,
    province_code: unit.province,
    valid_from: unit.validFrom,
    valid_to: unit.validTo ?? null,
    source: unit.source,
  }));
  await trx.insertInto('org_units').values(rows).execute();
  await sql`insert into org_unit_paths (unit_code, path, valid)
    select code, path, daterange(valid_from, valid_to, '[]') from org_units
    where code = any(${units.map((unit) => unit.code)})`.execute(trx);
}

export async function correctUnit(trx: Trx, unit: UnitEntry): Promise<void> {
  await trx
    .updateTable('org_units')
    .set({ name_vi: unit.name.vi, name_en: unit.name.en, name_status: unit.nameStatus, source: unit.source })
    .where('code', '=', unit.code)
    .execute();
}

/** Units that a reorganisation has put elsewhere than where they began. */
export async function listMoved(trx: Trx): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('org_unit_paths')
    .select('unit_code')
    .groupBy('unit_code')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute();
  return new Set(rows.map((row) => row.unit_code));
}

export async function putProvinces(trx: Trx, provinces: readonly ProvinceEntry[]): Promise<void> {
  if (provinces.length === 0) return;
  const rows = provinces.map(({ code, name, company }) => ({
    code,
    name_vi: name.vi,
    name_en: name.en,
    company_code: company,
  }));
  await trx
    .insertInto('provinces')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name_vi: eb.ref('excluded.name_vi'),
        name_en: eb.ref('excluded.name_en'),
        company_code: eb.ref('excluded.company_code'),
      })),
    )
    .execute();
  await putProvinceNames(trx, provinces);
}

async function putProvinceNames(trx: Trx, provinces: readonly ProvinceEntry[]): Promise<void> {
  const rows = provinces.flatMap(({ code, names = [] }) =>
    names.map(({ name, uncertain = false, validFrom, validTo = null, source }) => ({
      province_code: code,
      name_vi: name.vi,
      name_en: name.en,
      uncertain,
      valid_from: validFrom,
      valid_to: validTo,
      source,
    })),
  );
  if (rows.length === 0) return;
  await trx
    .insertInto('province_names')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['province_code', 'name_vi']).doUpdateSet((eb) => ({
        name_en: eb.ref('excluded.name_en'),
        uncertain: eb.ref('excluded.uncertain'),
        valid_from: eb.ref('excluded.valid_from'),
        valid_to: eb.ref('excluded.valid_to'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute();
}

export async function putDistricts(trx: Trx, districts: readonly DistrictEntry[]): Promise<void> {
  if (districts.length === 0) return;
  const rows = districts.map((entry) => ({
    code: entry.code,
    valid_from: entry.validFrom,
    valid_to: entry.validTo ?? null,
    province_code: entry.province,
    name_vi: entry.name.vi,
    name_en: entry.name.en,
    area: entry.area,
    unit_code: entry.unit,
    uncertain: entry.uncertain,
    source: entry.source,
  }));
  await trx
    .insertInto('districts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['code', 'valid_from']).doUpdateSet((eb) => ({
        name_vi: eb.ref('excluded.name_vi'),
        name_en: eb.ref('excluded.name_en'),
        area: eb.ref('excluded.area'),
        unit_code: eb.ref('excluded.unit_code'),
        uncertain: eb.ref('excluded.uncertain'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute();
}
