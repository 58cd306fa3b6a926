import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { parseReorganisation } from './parse-reorganisation.ts';
import type { Reorganisation } from './reorganisation.ts';
import { dayBefore } from './rules.ts';

export async function plan(trx: Trx, change: Reorganisation): Promise<void> {
  const { kind, on: on_date, source } = change;
  const row = { kind, on_date, source, definition: JSON.stringify(change) };
  await trx
    .insertInto('reorganisations')
    .values({ code: change.code, ...row })
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet(row).where('reorganisations.applied_at', 'is', null),
    )
    .execute();
}

export async function listPlanned(trx: Trx, on: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('reorganisations')
    .select('code')
    .where('applied_at', 'is', null)
    .where('on_date', '<=', on)
    .orderBy('on_date')
    .orderBy('code')
    .execute();
  return rows.map((row) => row.code);
}

/** Locks a planned change until the end of the transaction; undefined when somebody else applied it meanwhile. */
export async function claimPlanned(trx: Trx, code: string): Promise<Reorganisation | undefined> {
  const row = await trx
    .selectFrom('reorganisations')
    .select('definition')
    .where('code', '=', code)
    .where('applied_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && parseReorganisation(row.definition);
}

export async function markApplied(trx: Trx, code: string, at: Date): Promise<void> {
  await trx.updateTable('reorganisations').set({ applied_at: at }).where('code', '=', code).execute();
}

export async function closeUnit(trx: Trx, code: string, on: string): Promise<void> {
  await trx
    .updateTable('org_units')
    .set({ valid_to: dayBefore(on) })
    .where('code', '=', code)
    .execute();
  await endPath(trx, code, on);
}

/** A unit, and whatever stands below it, goes below another; where it stood before stays on record. */
export async function movePath(
  trx: Trx,
  code: string,
  above: { code: string; path: string },
  on: string,
): Promise<void> {
  const below = await trx
    .selectFrom('org_units as unit')
    .innerJoin('org_units as top', (join) => join.on('top.code', '=', code))
    .where(sql<boolean>`unit.path <@ top.path`)
    .select(['unit.code', sql<string>`subpath(unit.path, nlevel(top.path) - 1)::text`.as('tail')])
    .execute();
  for (const unit of below) {
    const path = `${above.path}.${unit.tail}`;
    await endPath(trx, unit.code, on);
    await trx.updateTable('org_units').set({ path }).where('code', '=', unit.code).execute();
    await sql`insert into org_unit_paths (unit_code, path, valid)
      values (${unit.code}, ${path}, daterange(${on}, null))`.execute(trx);
  }
  await trx.updateTable('org_units').set({ parent_code: above.code }).where('code', '=', code).execute();
}

async function endPath(trx: Trx, code: string, on: string): Promise<void> {
  await sql`update org_unit_paths set valid = daterange(lower(valid), ${on})
    where unit_code = ${code} and upper_inf(valid)`.execute(trx);
}

export async function succeed(trx: Trx, change: Reorganisation, from: string, to: string): Promise<void> {
  await trx
    .insertInto('org_successions')
    .values({ from_code: from, to_code: to, on_date: change.on, reorganisation_code: change.code })
    .onConflict((conflict) => conflict.columns(['from_code', 'to_code']).doNothing())
    .execute();
}

export async function listDistrictCodes(trx: Trx, unitCode: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('districts')
    .select('code')
    .where('unit_code', '=', unitCode)
    .where('valid_to', 'is', null)
    .execute();
  return rows.map((row) => row.code);
}

/** From that day another unit serves these districts; who served them before stays on record. */
export async function handOnDistricts(
  trx: Trx,
  change: Reorganisation,
  from: string,
  to: string,
  districts: readonly string[],
): Promise<void> {
  if (districts.length === 0) return;
  const closed = await trx
    .updateTable('districts')
    .set({ valid_to: dayBefore(change.on) })
    .where('unit_code', '=', from)
    .where('code', 'in', districts)
    .where('valid_to', 'is', null)
    .returningAll()
    .execute();
  const opened = closed.map((row) => ({
    ...row,
    unit_code: to,
    valid_from: change.on,
    valid_to: null,
    source: change.source,
  }));
  if (opened.length > 0) await trx.insertInto('districts').values(opened).execute();
}
