import { deserialize, serialize } from 'node:v8';
import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type AskedOnce, idempotencyReasons } from '#platform/http/api/idempotency.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Sealer } from '#platform/sealer.ts';
import { awaitAnswer, deleteAnswers, keepAnswer } from './queries-answers.ts';

type OnceDeps = { db: Database; clock: Clock; sealer: Sealer };
/** `keyId` null: a person, whose browser sends no Idempotency-Key. */
type Asker = { actor: Actor; keyId: string | null };

const day = 24 * 3_600_000;

/**
 * Does the work in one transaction and keeps what it returned for a day: asked again by the same key with the same
 * Idempotency-Key, that is returned and nothing is done. What was refused was not done, and a retry of it acts.
 */
export function once<T>(
  { db, clock, sealer }: OnceDeps,
  { actor, keyId }: Asker,
  asked: AskedOnce | undefined,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const { requestId, requestHash } = asked ?? {};
  return inScope(db, actor.scope, async (trx) => {
    if (!keyId || !requestId || !requestHash) return work(trx);
    const now = clock.now();
    const earlier = await awaitAnswer(trx, requestId, new Date(now.getTime() - day));
    if (earlier && earlier.request_hash !== requestHash)
      throw refuse(idempotencyReasons.idempotency_key_reused);
    if (earlier) return deserialize(Buffer.from(sealer.open(requestId, earlier.answer_sealed), 'base64'));
    const answer = await work(trx);
    // Not as JSON: what an act returns holds moments, and a description may look like one.
    const answer_sealed = sealer.seal(requestId, serialize(answer).toString('base64'));
    await keepAnswer(trx, {
      ...{ request_id: requestId, key_id: keyId, request_hash: requestHash },
      ...{ answer_sealed, at: now },
    });
    return answer;
  });
}

/** Answers that are no longer given again. Run daily. */
export const forgetOldAnswers = async ({ db, clock }: Pick<OnceDeps, 'db' | 'clock'>): Promise<void> => {
  await inScope(db, publicScope, (trx) => deleteAnswers(trx, new Date(clock.now().getTime() - day)));
};
