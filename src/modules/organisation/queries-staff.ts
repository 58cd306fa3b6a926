import type { Insertable, Selectable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Staff } from '#platform/postgres/schema.ts';

type Row = Selectable<Staff>;

export function findStaffRow(
  trx: Trx,
  by: { id: string } | { userId: string } | { email: string },
): Promise<Row | undefined> {
  const query = trx.selectFrom('staff').selectAll();
  if ('id' in by) return query.where('id', '=', by.id).executeTakeFirst();
  if ('userId' in by) return query.where('user_id', '=', by.userId).executeTakeFirst();
  return query.where('email', '=', by.email.toLowerCase()).executeTakeFirst();
}

export function listStaffRows(trx: Trx, { unitCode }: { unitCode?: string }): Promise<Row[]> {
  let query = trx
    .selectFrom('staff')
    .selectAll()
    .where('active', '=', true)
    .orderBy('unit_code')
    .orderBy('name');
  if (unitCode) query = query.where('unit_code', '=', unitCode);
  return query.execute();
}

export async function insertStaff(trx: Trx, row: Insertable<Staff>): Promise<Row> {
  const added = await trx
    .insertInto('staff')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst();
  return (
    added ?? trx.selectFrom('staff').selectAll().where('email', '=', row.email).executeTakeFirstOrThrow()
  );
}

export async function linkUser(trx: Trx, id: string, userId: string): Promise<void> {
  await trx.updateTable('staff').set({ user_id: userId }).where('id', '=', id).execute();
}

/** The people of a unit that closed work on in the one that took over. */
export async function moveStaff(trx: Trx, from: string, to: string): Promise<void> {
  await trx.updateTable('staff').set({ unit_code: to }).where('unit_code', '=', from).execute();
}
