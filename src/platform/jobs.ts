import { sql } from 'kysely';
import type { Trx } from './postgres/in-scope.ts';

type Payload = Record<string, string | number | boolean | null>;
type How = {
  runAt?: Date | null;
  /** Keeps one pending job of its kind. */
  jobKey?: string | null;
  /** Jobs of one line run one after the other. */
  line?: string | null;
};

/** Adds a job that exists only if the transaction commits. */
export async function enqueue(
  trx: Trx,
  task: string,
  payload: Payload,
  { runAt = null, jobKey = null, line = null }: How = {},
): Promise<void> {
  const job = sql`${task}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${jobKey}::text`;
  await (line === null
    ? sql`select motcua.enqueue(${job})`
    : sql`select motcua.enqueue(${job}, ${line}::text)`
  ).execute(trx);
}
