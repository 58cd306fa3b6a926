import { giveMore, tasksAsking } from '#modules/agencies/index.ts';
import { type acting, commentOnCase, type PaperToAttach, receiveSupplement } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { Refused } from '#platform/refused.ts';
import { uuidFrom } from '#platform/uuid-from.ts';

type Given = {
  code: string;
  caseId: string;
  requestId: string;
  answer: string;
  documents: readonly PaperToAttach[];
};

/**
 * What a customer gives at the portal goes to all who wait for something: the unit, and every State body that asked. The portal has
 * one status for them all and cannot say for whom it is. Each has a request id of its own, so a retry finds what was done and goes
 * on with the rest. Where nobody waits, the refusal is what the unit's own act says.
 */
export async function giveSupplement(deps: acting.ActDeps, actor: Actor, given: Given): Promise<void> {
  const { caseId, ...request } = given;
  const tasks = await inScope(deps.db, systemScope, (trx) => tasksAsking(trx, caseId));
  const ways = [
    () => receiveSupplement(deps, actor, request),
    ...tasks.map((taskId) => () => {
      const requestId = uuidFrom(`${request.requestId} ${taskId}`);
      return giveMore(deps, actor, { ...request, requestId, taskId });
    }),
  ];
  const refusals: Refused[] = [];
  for (const way of ways) {
    const refused = await refusalOf(way);
    if (refused) refusals.push(refused);
  }
  if (refusals.length === ways.length && refusals[0]) throw refusals[0];
}

async function refusalOf(way: () => Promise<unknown>): Promise<Refused | null> {
  try {
    await way();
    return null;
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 503) throw error;
    return error;
  }
}

/** A person takes what came unasked: for whoever waits by now, else it is kept with the case and colleagues are told. */
export async function takeUnasked(deps: acting.ActDeps, actor: Actor, given: Given): Promise<void> {
  if (!(await refusalOf(() => giveSupplement(deps, actor, given)))) return;
  const { code, documents, answer } = given;
  const body = ['Khách bổ sung tại cổng dịch vụ công, khi không ai yêu cầu', answer.trim()].filter(Boolean);
  const requestId = uuidFrom(`${given.requestId} unasked`);
  await commentOnCase(deps, actor, { code, requestId, body: body.join(': '), documents });
}
