import { createHash } from 'node:crypto';
import { type PaperToAttach, receiveSupplement, sendMessage } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { Refused } from '#platform/refused.ts';

type Deps = { db: Database; clock: Clock };
type Saying = { code: string; requestId: string; body: string; quoted: string };

/**
 * false: somebody else took the supplement in between; then it is a message. A supplement has no place for what a letter
 * quotes: that goes before it as a message, so that whoever is stopped between the two does the rest the next time.
 */
export async function answerSupplement(
  deps: Deps,
  actor: Actor,
  { code, requestId, body, quoted }: Saying,
  papers: readonly PaperToAttach[],
  apart: string,
): Promise<boolean> {
  const quoting = { code, requestId: secondId(requestId), body: apart, quoted };
  if (quoted !== '') await sendMessage(deps, actor, quoting);
  const documents = papers.map((paper) => ({ ...paper, kind: 'supplement' }));
  const came = receiveSupplement(deps, actor, { code, requestId, answer: body, documents });
  return (await came.catch(ifMeanwhile)) !== null;
}

/** The same for the same id whenever it is asked. */
function secondId(id: string): string {
  const digits = createHash('sha256').update(`quoted in ${id}`).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

function ifMeanwhile(error: unknown): null {
  if (error instanceof Refused && error.reason.code === 'not_in_this_state') return null;
  throw error;
}
