import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { findUnit } from './queries.ts';
import { homeOf, outermost } from './rules.ts';

/** Below which paths the people of a unit see cases today: its own, its former ones and those of units it took over. */
export async function readScopePaths(trx: Trx, unitCode: string): Promise<string[]> {
  const unit = await findUnit(trx, unitCode);
  if (!unit) return [];
  const home = homeOf(unit, await companyOf(trx, unit.provinceCode));
  const { rows } = await sql<{ path: string }>`
    with recursive mine as (
      select u.code, u.path from org_units u join org_units h on u.path <@ h.path where h.code = ${home}
    ), taken (code) as (
      select code from mine
      union select s.from_code from org_successions s join taken t on s.to_code = t.code
    )
    select path::text from mine
    union select p.path::text from org_unit_paths p join taken t on p.unit_code = t.code`.execute(trx);
  return outermost(rows.map((row) => row.path));
}

async function companyOf(trx: Trx, provinceCode: string | null): Promise<string | null> {
  if (provinceCode === null) return null;
  const row = await trx
    .selectFrom('provinces')
    .select('company_code')
    .where('code', '=', provinceCode)
    .executeTakeFirst();
  return row?.company_code ?? null;
}
