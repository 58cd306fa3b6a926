import { type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { ApiAnswers } from '#platform/postgres/schema.ts';

/** The answer of this request, once whoever asks the same at the same time has theirs. */
export async function awaitAnswer(
  trx: Trx,
  requestId: string,
  since: Date,
): Promise<Selectable<ApiAnswers> | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`.execute(trx);
  return trx
    .selectFrom('api_answers')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('at', '>', since)
    .executeTakeFirst();
}

/** Stands in the place of one that is too old to be given again. */
export async function keepAnswer(trx: Trx, answer: Insertable<ApiAnswers>): Promise<void> {
  await trx.deleteFrom('api_answers').where('request_id', '=', answer.request_id).execute();
  await trx.insertInto('api_answers').values(answer).execute();
}

export const deleteAnswers = (trx: Trx, before: Date) =>
  trx.deleteFrom('api_answers').where('at', '<=', before).execute();
