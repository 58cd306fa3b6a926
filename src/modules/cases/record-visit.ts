import { randomUUID } from 'node:crypto';
import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { insertInto } from './queries.ts';
import { caseReasons } from './reasons.ts';
import { judgeVisit } from './rules/visits.ts';

/** The customer had to come. A visit beyond what the service promises is refused without a reason, and counted with it. */
export const recordVisit = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { reason: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'record_visit', request, async ({ trx, found, now }) => {
    const verdict = judgeVisit(found.visits, found.visits_promised, request.reason);
    if (!verdict.ok) {
      const reason = caseReasons[verdict.reason];
      throw refuse(reason, { promised: found.visits_promised }, { reason });
    }
    const { ordinal, reason, beyondPromise } = verdict;
    await insertInto(trx, 'case_visits', {
      id: randomUUID(),
      case_id: found.id,
      ordinal,
      reason,
      beyond_promise: beyondPromise,
      at: now,
      by_whom: actor.name,
    });
    return { data: { ordinal, reason, beyond_promise: beyondPromise }, change: { visits: ordinal } };
  });
