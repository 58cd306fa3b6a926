import { sql } from 'kysely';
import type { Scope, Trx } from '#platform/postgres/in-scope.ts';
import { findUnit } from './queries.ts';
import { homeOf, outermost } from './rules.ts';

/**
 * What the people of a unit see today: what lies below its path, its former ones and those of units it took over. The desk
 * at a public administration centre sees what was filed there, and nothing else.
 */
export async function readScope(trx: Trx, unitCode: string): Promise<Scope> {
  const unit = await findUnit(trx, unitCode);
  const nothing = { paths: [], caseIds: [], system: false };
  if (!unit) return nothing;
  if (unit.kind === 'administration_centre') return { ...nothing, desks: [unit.code] };
  return { ...nothing, paths: await readPaths(trx, homeOf(unit)) };
}

async function readPaths(trx: Trx, home: string): Promise<string[]> {
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
