import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

export async function hasOfficers(trx: Trx, unitCode: string): Promise<boolean> {
  const row = await trx
    .selectFrom('staff')
    .select('id')
    .where('unit_code', '=', unitCode)
    .where('role', '=', 'officer')
    .where('active', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where letters to a body go on a day ('YYYY-MM-DD'); null where nobody knows. */
export async function addressOn(trx: Trx, unitCode: string, day: string): Promise<string | null> {
  const row = await trx
    .selectFrom('body_addresses')
    .select('email')
    .where('unit_code', '=', unitCode)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.email || null;
}

/** The same of every body that has one, in one look. */
export async function addressesOn(trx: Trx, day: string): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('body_addresses')
    .distinctOn('unit_code')
    .select(['unit_code', 'email'])
    .where('valid_from', '<=', day)
    .orderBy('unit_code')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(rows.map(({ unit_code, email }) => [unit_code, email]));
}

export const putAddress = (
  trx: Trx,
  row: { unit_code: string; valid_from: string; email: string; source: string },
) =>
  trx
    .insertInto('body_addresses')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['unit_code', 'valid_from']).doUpdateSet({ email: row.email, source: row.source }),
    )
    .execute();

/** The units below these paths, by code: what they may see lies with one of them. */
export async function codesBelow(trx: Trx, paths: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ unit_code: string }>`
    select distinct unit_code from org_unit_paths where path <@ ${`{${paths.join(',')}}`}::ltree[]`.execute(
    trx,
  );
  return rows.map(({ unit_code }) => unit_code);
}

/** Of each body: how many steps of the cases this viewer sees lie with it, and how many of them are late. */
export const countByBody = (trx: Trx, now: Date) =>
  trx
    .selectFrom('case_tasks')
    .select('unit_code')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where due_at < ${now}))::int`.as('late'),
    ])
    .where('level', '=', 'agency')
    .where('state', '=', 'open')
    .groupBy('unit_code')
    .execute();

/** The open steps that lie with bodies that ended before a day. */
export const tasksOfDissolved = (trx: Trx, day: string) =>
  trx
    .selectFrom('case_tasks')
    .innerJoin('org_units', 'org_units.code', 'case_tasks.unit_code')
    .select(['case_tasks.id', 'case_tasks.case_id'])
    .where('case_tasks.state', '=', 'open')
    .where('case_tasks.level', '=', 'agency')
    .where('org_units.kind', '=', 'agency')
    .where('org_units.valid_to', '<', day)
    .execute();

/** How many officers work here, by body. */
export async function officersByBody(trx: Trx): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('staff')
    .select(['unit_code', sql<number>`count(*)::int`.as('n')])
    .where('role', '=', 'officer')
    .where('active', '=', true)
    .groupBy('unit_code')
    .execute();
  return new Map(rows.map(({ unit_code, n }) => [unit_code, n]));
}
