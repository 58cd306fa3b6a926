import { type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { NoticeDeliveries, Notices } from '#platform/postgres/schema.ts';

export type NoticeRow = Selectable<Notices>;
export type DeliveryRow = Selectable<NoticeDeliveries>;

/** false: the same thing was told before. */
export async function insertNotice(trx: Trx, row: Insertable<Notices>): Promise<boolean> {
  const inserted = await trx
    .insertInto('notices')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** This transaction alone may wait longer for the world outside than others may. */
export const allowToWait = (trx: Trx, milliseconds: number) =>
  sql`select set_config('idle_in_transaction_session_timeout', ${String(milliseconds)}, true)`.execute(trx);

/** Locked until the end of the transaction; undefined where another worker has it in hand. */
export const lockNotice = (trx: Trx, id: string): Promise<NoticeRow | undefined> =>
  trx.selectFrom('notices').selectAll().where('id', '=', id).forUpdate().skipLocked().executeTakeFirst();

export const findNotice = (trx: Trx, id: string): Promise<NoticeRow | undefined> =>
  trx.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();

/** The case that a letter of ours was about. */
export const caseOfNotice = async (trx: Trx, id: string): Promise<string | null> =>
  (await findNotice(trx, id))?.case_id ?? null;

export const insertDelivery = (trx: Trx, row: Insertable<NoticeDeliveries>) =>
  trx.insertInto('notice_deliveries').values(row).execute();

export const blotOut = (trx: Trx, id: string, body_text: string, body_html: string | null) =>
  trx.updateTable('notices').set({ body_text, body_html }).where('id', '=', id).execute();

/** Of one notice, or of several, oldest first. */
export const listDeliveries = (trx: Trx, ids: readonly string[]): Promise<DeliveryRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx.selectFrom('notice_deliveries').selectAll().where('notice_id', 'in', ids).orderBy('id').execute();

/** Newest first, those older than the given one. */
export const listNewest = (
  trx: Trx,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<NoticeRow[]> =>
  trx
    .selectFrom('notices')
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const listOfCase = (trx: Trx, caseId: string): Promise<NoticeRow[]> =>
  trx
    .selectFrom('notices')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
