import type { Actor } from '#modules/organisation/index.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { endCase } from './end-case.ts';
import { readWords } from './rules/words.ts';

/** The result is with the customer: the case is over. */
export const closeCase = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { note: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'close', request, async (work) => {
    const read = readWords(request.note);
    const note = read.ok ? read.words : '';
    return { data: { note }, change: await endCase(work, 'closed', note) };
  });
