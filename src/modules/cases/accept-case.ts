import type { Actor } from '#modules/organisation/index.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { openedFacts, openReadyTasks } from './open-next-task.ts';

/** The unit takes the case: the first step of its procedure opens. */
export const acceptCase = (deps: Deps, actor: Actor, request: ActRequest): Promise<ActResult> =>
  actOnCase(deps, actor, 'accept', request, async (work) => {
    const open = await openReadyTasks(work.trx, work.found, work.now);
    return { data: { unit: work.found.unit_code, opened: openedFacts(open) } };
  });
