import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { PortalFiles, PortalInbox } from '#platform/postgres/schema.ts';

export type InboxRow = Selectable<PortalInbox>;
export type FileRow = Selectable<PortalFiles>;

/** The row; undefined where this message, or another one of its number, is there already. */
export const insertIncoming = (trx: Trx, row: Insertable<PortalInbox>): Promise<InboxRow | undefined> =>
  trx
    .insertInto('portal_inbox')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();

export const findIncoming = (trx: Trx, endpoint: string, messageId: string): Promise<InboxRow | undefined> =>
  trx
    .selectFrom('portal_inbox')
    .selectAll()
    .where('endpoint', '=', endpoint)
    .where('message_id', '=', messageId)
    .executeTakeFirst();

export const readIncoming = (trx: Trx, id: number): Promise<InboxRow> =>
  trx.selectFrom('portal_inbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const countRepeat = (trx: Trx, id: number) =>
  trx.updateTable('portal_inbox').set({ repeats: sql<number>`repeats + 1` }).where('id', '=', id).execute();

/** Only one that is still held: what was decided of a message first is what stands. */
export async function settleIncoming(
  trx: Trx,
  id: number,
  change: Updateable<PortalInbox>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('portal_inbox')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The next message of a line that has its turn: held, with all before it taken. */
export async function nextInTurn(trx: Trx, endpoint: string, line: string): Promise<InboxRow | undefined> {
  const { last } = await trx
    .selectFrom('portal_inbox')
    .select(sql<number>`coalesce(max(seq), 0)`.as('last'))
    .where('endpoint', '=', endpoint)
    .where('line', '=', line)
    .where('state', 'in', ['done', 'conflict'])
    .executeTakeFirstOrThrow();
  return trx
    .selectFrom('portal_inbox')
    .selectAll()
    .where('endpoint', '=', endpoint)
    .where('line', '=', line)
    .where('state', '=', 'held')
    .where('seq', '=', last + 1)
    .executeTakeFirst();
}

export const isLineKnown = async (trx: Trx, endpoint: string, line: string): Promise<boolean> =>
  (await trx
    .selectFrom('portal_inbox')
    .select('id')
    .where('endpoint', '=', endpoint)
    .where('line', '=', line)
    .where('state', '<>', 'refused')
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** The dossier of a line: by the code we gave, or by what the portal calls what it sent. */
export const findDossierOfLine = (trx: Trx, endpoint: string, line: string) =>
  trx
    .selectFrom('dossiers')
    .innerJoin('cases', 'cases.id', 'dossiers.case_id')
    .selectAll('dossiers')
    .select('cases.code as case_code')
    .where('endpoint', '=', endpoint)
    .where((eb) => eb.or([eb('portal_dossier', '=', line), eb('dossiers.code', '=', line)]))
    .executeTakeFirst();
export type DossierOfLine = NonNullable<Awaited<ReturnType<typeof findDossierOfLine>>>;

/** By which request and channel a case was opened. */
export const findOpening = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('case_events')
    .select(['channel', 'request_id'])
    .where('case_id', '=', caseId)
    .where('seq', '=', 1)
    .executeTakeFirst();

/** The filing that this case came of, and those that are not carried out yet, of which it may have come. */
export const listFilings = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('portal_inbox')
    .select(['endpoint', 'line'])
    .where('kind', '=', 'NopHoSo')
    .where((eb) => eb.or([eb('state', '=', 'held'), eb('case_id', '=', caseId)]))
    .execute();

export const insertFile = (trx: Trx, row: Insertable<PortalFiles>) =>
  trx
    .insertInto('portal_files')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const findFiles = (trx: Trx, endpoint: string, ids: readonly string[]): Promise<FileRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('portal_files')
        .selectAll()
        .where('endpoint', '=', endpoint)
        .where('id', 'in', ids)
        .execute();

export const listIncoming = (trx: Trx, endpoint: string, only: 'held' | 'refused' | 'all', limit = 100) =>
  trx
    .selectFrom('portal_inbox')
    .select([
      'id',
      'message_id',
      'line',
      'seq',
      'kind',
      'state',
      'received_at',
      'answer_status',
      'repeats',
      'case_id',
    ])
    .where('endpoint', '=', endpoint)
    .$if(only !== 'all', (query) => query.where('state', '=', only))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
