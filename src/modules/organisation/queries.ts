import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { unitPartOf } from './rules.ts';
import { asUnit, type District, oneOf, type Province, type Unit, type UnitKind } from './units.ts';

/** A unit by its code, closed ones too: look at `validTo`. */
export async function findUnit(trx: Trx, code: string): Promise<Unit | undefined> {
  const row = await trx.selectFrom('org_units').selectAll().where('code', '=', code).executeTakeFirst();
  return row && asUnit(row);
}

/** These units and all above them, closed ones too. */
export async function listWithAncestors(trx: Trx, codes: readonly string[]): Promise<Unit[]> {
  const rows = await trx
    .selectFrom('org_units as above')
    .selectAll('above')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('org_units as named')
          .select('named.code')
          .where('named.code', 'in', [...codes])
          .where(sql<boolean>`named.path <@ above.path`),
      ),
    )
    .execute();
  return rows.map(asUnit);
}

/** Open units in the order of the tree; of one kind, below one parent, or all. */
export async function listUnits(
  trx: Trx,
  { kind, below, closedToo = false }: { kind?: UnitKind; below?: string; closedToo?: boolean } = {},
): Promise<Unit[]> {
  let query = trx.selectFrom('org_units').selectAll().orderBy('path');
  if (kind) query = query.where('kind', '=', kind);
  if (below) query = query.where('parent_code', '=', below);
  if (!closedToo) query = query.where('valid_to', 'is', null);
  return (await query.execute()).map(asUnit);
}

/** The units that took over from a closed one. */
export async function listSuccessors(trx: Trx, code: string): Promise<Unit[]> {
  const rows = await trx
    .selectFrom('org_units')
    .innerJoin('org_successions', 'to_code', 'code')
    .selectAll('org_units')
    .where('from_code', '=', code)
    .orderBy('code')
    .execute();
  return rows.map(asUnit);
}

export type UnitOfCode =
  | { ok: true; unit: Unit }
  | { ok: false; reason: 'unknown_code' }
  | { ok: false; reason: 'closed_unit'; unit: Unit; successors: Unit[] };

/** Which unit a customer code belongs to. A closed unit comes with its successors, for the customer to be sent on. */
export async function unitOfCustomerCode(trx: Trx, customerCode: string): Promise<UnitOfCode> {
  const unit = await findUnit(trx, unitPartOf(customerCode));
  if (unit?.kind !== 'district_unit') return { ok: false, reason: 'unknown_code' };
  if (unit.validTo === null) return { ok: true, unit };
  return { ok: false, reason: 'closed_unit', unit, successors: await listSuccessors(trx, unit.code) };
}

/** The unit that serves a district on a day. */
export async function unitOfDistrict(trx: Trx, districtCode: string, on: string): Promise<Unit | undefined> {
  const district = await trx
    .selectFrom('districts')
    .select('unit_code')
    .where('code', '=', districtCode)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .executeTakeFirst();
  return district && findUnit(trx, district.unit_code);
}

/** In the order of the alphabet as Vietnamese has it. */
export async function listProvinces(trx: Trx): Promise<Province[]> {
  const rows = await trx.selectFrom('provinces').selectAll().execute();
  const others = await trx.selectFrom('province_names').selectAll().orderBy('valid_from').execute();
  const otherNames = (code: string) => others.filter((one) => one.province_code === code).map(nameOf);
  return inOrder(
    rows.map((row) => ({
      code: row.code,
      name: nameOf(row),
      names: [nameOf(row), ...otherNames(row.code)],
      companyCode: row.company_code,
    })),
  );
}

/** The districts of a province (null: of all) on a day, each with the unit that serves it. */
export async function listDistricts(trx: Trx, provinceCode: string | null, on: string): Promise<District[]> {
  const rows = await trx
    .selectFrom('districts')
    .selectAll()
    .$if(provinceCode !== null, (query) => query.where('province_code', '=', provinceCode))
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute();
  return inOrder(
    rows.map((row) => ({
      code: row.code,
      provinceCode: row.province_code,
      name: nameOf(row),
      area: oneOf(['urban', 'rural'], row.area),
      unitCode: row.unit_code,
    })),
  );
}

/** The State bodies and administration centres there are on a day ('YYYY-MM-DD'). */
export async function listBodies(trx: Trx, on: string): Promise<Unit[]> {
  const rows = await trx
    .selectFrom('org_units')
    .selectAll()
    .where('kind', 'in', ['agency', 'administration_centre'])
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute();
  return rows.map(asUnit);
}

const nameOf = (row: { name_vi: string; name_en: string }) => ({ vi: row.name_vi, en: row.name_en });
const alphabet = new Intl.Collator('vi');
const inOrder = <T extends { name: { vi: string } }>(list: T[]): T[] =>
  list.sort((a, b) => alphabet.compare(a.name.vi, b.name.vi));
