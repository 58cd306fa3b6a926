import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { DistrictEntry, ProvinceEntry, UnitEntry } from './entries.ts';

/** A unit opens: its row, and where it stands from that day on. */
export async function openUnit(trx: Trx, unit: UnitEntry & { path: string }): Promise<void> {
  await trx
    .insertInto('org_units')
    .values({
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
    })
    .execute();
  await sql`insert into org_unit_paths (unit_code, path, valid)
    values (${unit.code}, ${unit.path}, daterange(${unit.validFrom}, ${unit.validTo ?? null}::date, '[]'))`.execute(
    trx,
  );
}

export async function correctUnit(trx: Trx, unit: UnitEntry): Promise<void> {
  await trx
    .updateTable('org_units')
    .set({ name_vi: unit.name.vi, name_en: unit.name.en, name_status: unit.nameStatus, source: unit.source })
    .where('code', '=', unit.code)
    .execute();
}

export async function countPaths(trx: Trx, code: string): Promise<number> {
  const rows = await trx.selectFrom('org_unit_paths').select('path').where('unit_code', '=', code).execute();
  return rows.length;
}

export async function putProvince(trx: Trx, { code, name, company }: ProvinceEntry): Promise<void> {
  const row = { name_vi: name.vi, name_en: name.en, company_code: company };
  await trx
    .insertInto('provinces')
    .values({ code, ...row })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
    .execute();
}

export async function putDistrict(trx: Trx, entry: DistrictEntry): Promise<void> {
  const row = {
    province_code: entry.province,
    name_vi: entry.name.vi,
    name_en: entry.name.en,
    area: entry.area,
    unit_code: entry.unit,
    uncertain: entry.uncertain,
    source: entry.source,
  };
  await trx
    .insertInto('districts')
    .values({ code: entry.code, valid_from: entry.validFrom, valid_to: entry.validTo ?? null, ...row })
    .onConflict((conflict) => conflict.columns(['code', 'valid_from']).doUpdateSet(row))
    .execute();
}
