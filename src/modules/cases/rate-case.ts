import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { insertInto } from './queries.ts';
import { caseReasons } from './reasons.ts';

/** The customer's own word on the service, once a case: 1 to 5, with a remark. */
export const rateCase = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { score: number; remark: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'rate', request, async ({ trx, found, now }) => {
    if (!Number.isInteger(request.score) || request.score < 1 || request.score > 5)
      throw refuse(caseReasons.bad_score, {}, { score: caseReasons.bad_score });
    const remark = request.remark.normalize('NFC').trim() || null;
    await insertInto(trx, 'case_ratings', { case_id: found.id, score: request.score, remark, at: now });
    return { data: { score: request.score, remark } };
  });
