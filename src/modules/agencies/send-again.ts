import { acting } from '#modules/cases/index.ts';
import { type Actor, findUnit, type Unit } from '#modules/organisation/index.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { actOnTask, type TaskRequest, type TaskWork } from './act-on-task.ts';
import { updateAttempt } from './queries.ts';
import { agencyReasons } from './reasons.ts';
import { bodyToday, howToReach, isThere, sendTo } from './sending.ts';

type Again = TaskRequest & {
  /** The body it goes to; empty: the one that had it. */
  toUnit: string;
  note: string;
};

/** The unit sends a step to a body again, after a refusal or a hand-back; or only a new link, to a body that has not answered yet. */
export const sendAgain = (deps: acting.ActDeps, actor: Actor, request: Again): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_send_again', request, 'send_again', async (work) => {
    const { trx, task, attempt, now } = work;
    if (attempt.decision === null) return newLetter(work, request.requestId);
    const to = await whereTo(trx, task.unit_code, request.toUnit, now);
    await acting.updateTask(trx, task.id, { unit_code: to.code, unit_path: to.path, opened_at: now });
    await sendTo(trx, task, to, attempt.attempt + 1, now);
    await acting.beginTurn(trx, task, 'agency', to.code, now);
    await enqueue(trx, 'task_sent', { taskId: task.id });
    return {
      data: { to: to.code, attempt: attempt.attempt + 1, note: request.note.normalize('NFC').trim() },
      after: async () => {
        await acting.restOrRun(trx, work.found, now);
        await acting.retime(trx, await acting.reread(trx, work.found.id));
      },
    };
  });

async function newLetter({ trx, task, attempt, now }: TaskWork, cause: string): Promise<acting.Done> {
  await updateAttempt(trx, attempt.id, { how: await howToReach(trx, task.unit_code, now) });
  await enqueue(trx, 'task_sent', { taskId: task.id, cause });
  return { data: { resent: true } };
}

/** A body of the province that is there today; the one that had it, or who took over from it, where none is named. */
async function whereTo(trx: Trx, before: string, typed: string, now: Date): Promise<Unit> {
  const last = await findUnit(trx, before);
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') {
    const body = last && (await bodyToday(trx, last, now));
    if (body) return body;
    throw refuse(
      agencyReasons.body_gone,
      { body: last?.name.vi ?? before },
      { toUnit: agencyReasons.body_gone },
    );
  }
  const to = await findUnit(trx, wanted);
  if (to && isThere(to, now) && (!last?.provinceCode || to.provinceCode === last.provinceCode)) return to;
  throw refuse(agencyReasons.body_unknown, {}, { toUnit: agencyReasons.body_unknown });
}

/** A body refused, and the case goes no further; the customer reads why. */
export const stopCase = (
  deps: acting.ActDeps,
  actor: Actor,
  request: TaskRequest & { reason: string },
): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_stop', request, 'stop', async (work) => {
    const reason = acting.needWords(request.reason, 'reason', 'reason_needed');
    return { data: { reason }, change: await acting.endCase(work, 'declined', reason) };
  });
