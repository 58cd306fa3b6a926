import { randomUUID } from 'node:crypto';
import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps, reread } from './act-on-case.ts';
import { countSupplements, insertInto, insertPause } from './queries.ts';
import { caseReasons } from './reasons.ts';
import { readDayToCome } from './rules/words.ts';
import { retime } from './timing.ts';
import { beginWait } from './turns.ts';
import { needWords } from './words.ts';

/** Asks the customer for what is missing, by a day ('YYYY-MM-DD') that is still to come; the clock rests until it comes, and the request itself is the document of the pause. */
export const askSupplement = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { what: string; until: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'ask_supplement', request, async ({ trx, found, now }) => {
    const what = needWords(request.what, 'what');
    const until = needDayToCome(request.until, now);
    const id = randomUUID();
    const ordinal = (await countSupplements(trx, found.id)) + 1;
    await insertInto(trx, 'case_supplements', {
      id,
      case_id: found.id,
      ordinal,
      what,
      until,
      asked_at: now,
      asked_by: actor.name,
    });
    await insertPause(trx, {
      id: randomUUID(),
      case_id: found.id,
      reason: 'supplement',
      note: what,
      document_id: id,
      started_at: now,
    });
    await beginWait(trx, found.id, now);
    return { data: { what, ordinal, until }, after: async () => retime(trx, await reread(trx, found.id)) };
  });

function needDayToCome(typed: string, now: Date): string {
  const day = readDayToCome(typed, now);
  if (day) return day;
  throw refuse(caseReasons.due_in_the_past, {}, { until: caseReasons.due_in_the_past });
}
