import { sql } from 'kysely';
import type { Trx } from './postgres/in-scope.ts';

type Payload = Record<string, string | number | boolean | null>;

/** Adds a job that exists only if the transaction commits. A job key keeps one pending job of its kind. */
export async function enqueue(
  trx: Trx,
  task: string,
  payload: Payload,
  { runAt = null, jobKey = null }: { runAt?: Date | null; jobKey?: string | null } = {},
): Promise<void> {
  await sql`select motcua.enqueue(${task}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${jobKey}::text)`.execute(
    trx,
  );
}
