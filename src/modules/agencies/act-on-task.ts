import type { Act } from '#modules/cases/index.ts';
import { acting } from '#modules/cases/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { mustStillStand, type Through } from './links.ts';
import type { AttemptRow } from './queries.ts';
import { agencyReasons } from './reasons.ts';
import { barred, type Doing } from './rules/attempt.ts';
import { currentAttempt, followSuccession } from './sending.ts';
import { readStanding } from './standing.ts';

export type TaskRequest = acting.ActRequest & { taskId: string; through?: Through | undefined };
export type TaskWork = acting.Work & { task: acting.TaskRow; attempt: AttemptRow };

/** The rhythm of an act on a step that a State body has: that of every act on a case, on the newest sending of the step. */
export function actOnTask(
  deps: acting.ActDeps,
  actor: Actor,
  act: Act,
  request: TaskRequest,
  doing: Doing | ((attempt: AttemptRow) => Doing),
  perform: (work: TaskWork) => Promise<acting.Done>,
): Promise<acting.ActResult> {
  const through = { ...request, throughTask: actor.role === 'officer' };
  return acting.actOnCase(deps, actor, act, through, async (work) => {
    const { task, trx, now } = work;
    if (task?.id !== request.taskId) throw refuse(acting.caseReasons.agency_not_asked);
    const before = await currentAttempt(trx, task, now);
    const moved = await followSuccession(trx, task, before, now);
    const [here, attempt] = moved
      ? [(await acting.findTask(trx, task.id)) ?? task, await currentAttempt(trx, task, now)]
      : [task, before];
    if (request.through) await mustStillStand(trx, request.through, attempt, now);
    const wrong = barred(
      await readStanding(trx, attempt, now),
      typeof doing === 'string' ? doing : doing(attempt),
    );
    if (wrong) throw refuse(agencyReasons[wrong], await factsOf(trx, attempt, wrong));
    const done = await perform({ ...work, task: here, attempt });
    const about = {
      taskId: task.id,
      attempt: attempt.attempt,
      step: task.step_code,
      unit: attempt.unit_code,
    };
    return { ...done, data: { ...about, ...done.data, ...(moved ? { moved } : {}) } };
  });
}

/** Who was first, and when. */
async function factsOf(trx: Trx, attempt: AttemptRow, wrong: string) {
  const [who, at] =
    wrong === 'already_received'
      ? [attempt.received_by, attempt.received_at]
      : wrong === 'already_accepted'
        ? [attempt.accepted_by, attempt.accepted_at]
        : [attempt.decided_by, attempt.decided_at];
  return {
    who: who ?? '',
    at: at ? sayMoment(at.toISOString(), 'vi', utilityZone) : '',
    body: (await findUnit(trx, attempt.unit_code))?.name.vi ?? attempt.unit_code,
  };
}

/** What is written with an answer of the body: whoever answers has received it, and whoever approves has taken it on. */
export const receivedBy = (attempt: AttemptRow, name: string, now: Date) =>
  attempt.received_at ? {} : { received_at: now, received_by: name };
export const acceptedBy = (attempt: AttemptRow, name: string, now: Date) => ({
  ...receivedBy(attempt, name, now),
  ...(attempt.accepted_at ? {} : { accepted_at: now, accepted_by: name }),
});
