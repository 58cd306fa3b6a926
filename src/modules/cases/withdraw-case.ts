import type { Actor } from '#modules/organisation/index.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { endCase } from './end-case.ts';
import { readWords } from './rules/words.ts';

/** The customer no longer wants it; a reason is welcome, not owed. */
export const withdrawCase = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { reason: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'withdraw', request, async (work) => {
    const read = readWords(request.reason);
    const reason = read.ok ? read.words : '';
    return { data: { reason }, change: await endCase(work, 'withdrawn', reason) };
  });
