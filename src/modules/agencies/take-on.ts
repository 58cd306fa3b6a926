import type { acting } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { acceptedBy, actOnTask, receivedBy, type TaskRequest } from './act-on-task.ts';
import { updateAttempt } from './queries.ts';

/** The body says that it has received what was sent. */
export const receiveTask = (
  deps: acting.ActDeps,
  actor: Actor,
  request: TaskRequest,
): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_receive', request, 'receive', async ({ trx, attempt, now }) => {
    await updateAttempt(trx, attempt.id, receivedBy(attempt, actor.name, now));
    return { data: {} };
  });

/** The body takes the step on: what it was sent is complete. */
export const acceptTask = (
  deps: acting.ActDeps,
  actor: Actor,
  request: TaskRequest,
): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_accept', request, 'accept', async ({ trx, attempt, now }) => {
    await updateAttempt(trx, attempt.id, acceptedBy(attempt, actor.name, now));
    return { data: {} };
  });
