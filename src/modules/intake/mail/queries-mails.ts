import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Mails } from '#platform/postgres/schema.ts';

export type MailRow = Selectable<Mails>;

/** false: the same letter came before; then it is counted, and what it was addressed to is added. */
export async function insertMail(trx: Trx, row: Insertable<Mails>): Promise<boolean> {
  const { id } = await trx
    .insertInto('mails')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        times: sql<number>`mails.times + 1`,
        recipients: sql<string[]>`array(select distinct unnest(mails.recipients || excluded.recipients))`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id === row.id;
}

/** Takes the next letters that wait, for as long as `until`: whoever dies over them leaves them to the next after that. */
export const claimMails = (trx: Trx, now: Date, until: Date, most: number): Promise<MailRow[]> =>
  trx
    .updateTable('mails')
    .set({ tries: sql<number>`tries + 1`, next_try_at: until })
    .where('id', 'in', (query) =>
      query
        .selectFrom('mails')
        .select('id')
        .where('state', '=', 'received')
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();

export const updateMail = (trx: Trx, id: string, change: Updateable<Mails>) =>
  trx.updateTable('mails').set(change).where('id', '=', id).execute();

/** Until the end of the transaction nobody else counts the letters of this address. */
export const lockSender = (trx: Trx, address: string) =>
  sql`select pg_advisory_xact_lock(hashtext('mails of ' || ${address}))`.execute(trx);

export type MailOutcome = {
  id: string;
  state: string;
  case_id: string | null;
  /** null: what was noted before stays. */
  trouble: string | null;
  next_try_at: Date | null;
};

/** What became of many letters, written at once. */
export const writeOutcomes = (trx: Trx, outcomes: readonly MailOutcome[]) =>
  sql`update mails m set state = o.state, case_id = o.case_id, trouble = coalesce(o.trouble, m.trouble),
      next_try_at = coalesce(o.next_try_at, m.next_try_at)
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as o (id uuid, state text, case_id uuid, trouble text, next_try_at timestamptz)
    where m.id = o.id`.execute(trx);

/** Letters of this address that were, or will be, acknowledged since then. */
export async function countAnswered(trx: Trx, address: string, since: Date, but: string): Promise<number> {
  const row = await trx
    .selectFrom('mails')
    .select(sql<number>`count(*)`.as('n'))
    .where('from_address', '=', address)
    .where('read_at', '>', since)
    .where('silence', 'is', null)
    .where('state', 'in', ['received', 'opened'])
    .where('id', '<>', but)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The case of an earlier letter of the same sender. */
export const caseOfMails = (trx: Trx, messageIds: readonly string[], from: string) =>
  trx
    .selectFrom('mails')
    .select('case_id')
    .where('message_id', 'in', [...messageIds])
    .where('from_address', '=', from)
    .where('case_id', 'is not', null)
    .orderBy('received_at', 'desc')
    .executeTakeFirst();

/** What a letter did before its reader was stopped: its id is the request id of that. */
export const doneBy = (trx: Trx, mailId: string) =>
  trx
    .selectFrom('case_events')
    .select(['case_id', 'seq'])
    .where('request_id', '=', mailId)
    .executeTakeFirst();

/** The letters behind the events of a case, newest first: a letter's id is the request id of what it did. */
export const mailsBehind = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('case_events as e')
    .innerJoin('mails as m', 'm.id', 'e.request_id')
    .select(['e.seq', 'm.message_id', 'm.from_address', 'm.silence'])
    .where('e.case_id', '=', caseId)
    .orderBy('e.seq', 'desc')
    .execute();

/** The letters of a case, oldest first; only where the case is in sight. */
export const listMailsOfCase = (trx: Trx, caseId: string) =>
  trx
    .selectFrom('mails')
    .select(['id', 'received_at', 'subject', 'from_address', 'sender'])
    .where('case_id', '=', caseId)
    .orderBy('received_at')
    .orderBy('id')
    .limit(200)
    .execute();

type Wanted = {
  state: string | null;
  silent: boolean;
  before: { at: string; id: string } | null;
  limit: number;
};

/** Newest first, with the code of what each became. */
export const listMails = (trx: Trx, { state, silent, before, limit }: Wanted) =>
  trx
    .selectFrom('mails as m')
    .leftJoin('cases as c', 'c.id', 'm.case_id')
    .selectAll('m')
    .select('c.code')
    .$if(state !== null, (query) => query.where('m.state', '=', state ?? ''))
    .$if(silent, (query) => query.where('m.silence', 'is not', null))
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(m.received_at, m.id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('m.received_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute();
export type ListedMail = Awaited<ReturnType<typeof listMails>>[number];

export const readMail = (trx: Trx, id: string): Promise<MailRow | undefined> =>
  trx.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst();

export const lockMail = (trx: Trx, id: string): Promise<MailRow | undefined> =>
  trx.selectFrom('mails').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
