import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { PortalAttempts, PortalMessages } from '#platform/postgres/schema.ts';

export type MessageRow = Selectable<PortalMessages>;
export type AttemptRow = Selectable<PortalAttempts>;
export type NewMessage = Omit<Insertable<PortalMessages>, 'seq'>;

/** false: this was told before. Whoever adds to a line holds it, so that numbers follow each other without a gap. */
export async function insertMessage(
  trx: Trx,
  row: NewMessage,
  bodyOf: (seq: number) => string,
): Promise<boolean> {
  const { endpoint, line, dedupe_key } = row;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`portal line ${endpoint} ${line}`}, 0))`.execute(
    trx,
  );
  const known = await trx
    .selectFrom('portal_messages')
    .select('id')
    .where('endpoint', '=', endpoint)
    .where('dedupe_key', '=', dedupe_key)
    .executeTakeFirst();
  if (known) return false;
  const { seq } = await trx
    .selectFrom('portal_messages')
    .select(sql<number>`coalesce(max(seq), 0) + 1`.as('seq'))
    .where('endpoint', '=', endpoint)
    .where('line', '=', line)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('portal_messages')
    .values({ ...row, seq, body: bodyOf(seq) })
    .execute();
  return true;
}

/** What a line sends next: the oldest that is not settled. */
export const findHead = (trx: Trx, endpoint: string, line: string): Promise<MessageRow | undefined> =>
  trx
    .selectFrom('portal_messages')
    .selectAll()
    .where('endpoint', '=', endpoint)
    .where('line', '=', line)
    .where('state', 'in', ['waiting', 'dead'])
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();

export const lockMessage = (trx: Trx, id: string): Promise<MessageRow | undefined> =>
  trx.selectFrom('portal_messages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const updateMessage = (trx: Trx, id: string, change: Updateable<PortalMessages>) =>
  trx.updateTable('portal_messages').set(change).where('id', '=', id).execute();

export const insertAttempt = (trx: Trx, row: Insertable<PortalAttempts>) =>
  trx.insertInto('portal_attempts').values(row).execute();

/** A portal that answers again is told at once of all that waits for it. Returns the lines that were brought forward. */
export async function bringForward(trx: Trx, endpoint: string, now: Date): Promise<string[]> {
  const rows = await trx
    .updateTable('portal_messages')
    .set({ next_try_at: now })
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .where('next_try_at', '>', now)
    .returning('line')
    .execute();
  return [...new Set(rows.map(({ line }) => line))];
}

export async function listWaitingLines(trx: Trx, endpoint: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('portal_messages')
    .select('line')
    .distinct()
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .execute();
  return rows.map(({ line }) => line);
}

export const lastDelivered = async (trx: Trx, endpoint: string): Promise<Date | null> => {
  const row = await trx
    .selectFrom('portal_messages')
    .select('settled_at')
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'delivered')
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.settled_at ?? null;
};

export const isHeartbeatWaiting = async (trx: Trx, endpoint: string): Promise<boolean> =>
  (await findHead(trx, endpoint, 'heartbeat')) !== undefined;

/** What was handed in when a case was opened, and nothing that came later: it is the customer's and the portal may have it. */
export const listFiledPapers = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('case_documents')
    .innerJoin('cases', 'cases.id', 'case_documents.case_id')
    .select(['case_documents.id', 'name', 'kind', 'sha256', 'mime'])
    .where('case_id', '=', caseId)
    .whereRef('at', '<=', 'opened_at')
    .orderBy('at')
    .execute();

/** What came of a case: the documents by which State bodies granted it, and the papers that all have signed. */
export async function listResults(trx: Trx, caseId: string) {
  const granted = await trx
    .selectFrom('agency_tasks')
    .innerJoin('case_documents', 'case_documents.id', 'agency_tasks.result_document')
    .select(['case_documents.id', 'name', 'kind', 'sha256', 'mime'])
    .where('agency_tasks.case_id', '=', caseId)
    .where('decision', '=', 'approved')
    .orderBy('decided_at')
    .execute();
  const signed = await trx
    .selectFrom('papers')
    .select(['id', 'number', 'kind', 'signed_sha256'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'complete')
    .orderBy('made_at')
    .execute();
  return [
    ...granted,
    ...signed.map(({ id, number, kind, signed_sha256 }) => ({
      ...{ id, kind, name: `${number.replace(/[/\\]/g, '-')}.pdf` },
      ...{ sha256: signed_sha256 ?? '', mime: 'application/pdf' },
    })),
  ];
}

/** The case that a file is of, where its dossier is kept in step with this portal. */
export async function findCaseOfFile(trx: Trx, endpoint: string, id: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('case_documents')
    .select('case_id')
    .where('id', '=', id)
    .union(trx.selectFrom('papers').select('case_id').where('id', '=', id))
    .executeTakeFirst();
  const dossier = await trx
    .selectFrom('dossiers')
    .select('case_id')
    .where('case_id', '=', row?.case_id ?? null)
    .where('endpoint', '=', endpoint)
    .executeTakeFirst();
  return dossier?.case_id;
}

/** A step that an event completed, by its name when the case was opened. */
export const findEventData = (trx: Trx, caseId: string, seq: number) =>
  trx
    .selectFrom('case_events')
    .select(['kind', 'at', 'data'])
    .where('case_id', '=', caseId)
    .where('seq', '=', seq)
    .executeTakeFirst();

export const listMessages = (trx: Trx, endpoint: string, only: 'open' | 'failed' | 'all', limit = 100) =>
  trx
    .selectFrom('portal_messages')
    .selectAll()
    .where('endpoint', '=', endpoint)
    .$if(only === 'open', (query) => query.where('state', 'in', ['waiting', 'dead']))
    .$if(only === 'failed', (query) =>
      query.where(
        // From the newest failures, by their own index: not by asking every message that ever went.
        sql<boolean>`portal_messages.id in (select a.message_id from portal_attempts a
          where a.endpoint = ${endpoint} and not a.ok order by a.at desc limit 1000)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

export const listAttempts = (trx: Trx, ids: readonly string[]): Promise<AttemptRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx.selectFrom('portal_attempts').selectAll().where('message_id', 'in', ids).orderBy('id').execute();
