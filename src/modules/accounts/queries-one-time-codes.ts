import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CodeState } from './rules/one-time-codes.ts';

export type CodeKey = { purpose: string; subject: string };

/** Locked: two tries at once are counted one after the other. */
export async function lockCode(
  trx: Trx,
  { purpose, subject }: CodeKey,
): Promise<(CodeState & { hash: string | null }) | undefined> {
  const row = await trx
    .selectFrom('one_time_codes')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      hash: row.code_hash,
      hasCode: row.code_hash !== null,
      expiresAt: row.expires_at,
      tries: row.tries,
      lastTryAt: row.last_try_at,
      lockedUntil: row.locked_until,
    }
  );
}

/** The newest code takes the place of the one before; the count of wrong tries stays. */
export const putCode = (trx: Trx, key: CodeKey, code_hash: string, expires_at: Date) =>
  trx
    .insertInto('one_time_codes')
    .values({ ...key, code_hash, expires_at })
    .onConflict((conflict) => conflict.columns(['purpose', 'subject']).doUpdateSet({ code_hash, expires_at }))
    .execute();

export const forgetCode = (trx: Trx, { purpose, subject }: CodeKey) =>
  trx.deleteFrom('one_time_codes').where('purpose', '=', purpose).where('subject', '=', subject).execute();

export const countWrong = (
  trx: Trx,
  { purpose, subject }: CodeKey,
  wrong: { tries: number; last_try_at: Date; locked_until: Date | null },
) =>
  trx
    .updateTable('one_time_codes')
    .set(wrong)
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .execute();

/** When codes went to this contact within the last hour, oldest first; nobody else can send it one until this transaction ends. */
export async function lockSends(trx: Trx, contact_hash: string, since: Date): Promise<Date[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`one-time-code ${contact_hash}`}, 0))`.execute(
    trx,
  );
  const rows = await trx
    .selectFrom('one_time_code_sends')
    .select('at')
    .where('contact_hash', '=', contact_hash)
    .where('at', '>', since)
    .orderBy('at')
    .execute();
  return rows.map((row) => row.at);
}

export const insertSend = (trx: Trx, contact_hash: string, at: Date) =>
  trx.insertInto('one_time_code_sends').values({ contact_hash, at }).execute();

export async function deleteOldCodes(trx: Trx, before: Date): Promise<void> {
  await trx.deleteFrom('one_time_codes').where('expires_at', '<', before).execute();
  await trx.deleteFrom('one_time_code_sends').where('at', '<', before).execute();
}
