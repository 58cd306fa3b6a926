import type { Actor } from '#modules/organisation/index.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { endCase } from './end-case.ts';
import { needWords } from './words.ts';

/** The unit cannot take the case; the customer reads the reason. */
export const declineCase = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { reason: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'decline', request, async (work) => {
    const reason = needWords(request.reason, 'reason', 'reason_needed');
    return { data: { reason }, change: await endCase(work, 'declined', reason) };
  });
