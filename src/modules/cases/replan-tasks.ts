import { clearAlarms } from '#modules/deadlines/index.ts';
import type { Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Bodies } from './bodies.ts';
import { openReadyTasks } from './open-next-task.ts';
import type { Plan } from './plan-steps.ts';
import { lineageOf, planTasks, stillToDo } from './plan-tasks.ts';
import { type CaseRow, insertTasks, listTasks, type TaskRow, updateTask } from './queries.ts';
import { endTurn } from './turns.ts';

/** Another procedure from here on: what is done stays, what was still to do gives way to the new steps that are not done yet. */
export async function replanTasks(
  trx: Trx,
  found: CaseRow,
  plan: Plan,
  unit: Unit,
  bodies: Bodies | undefined,
  now: Date,
): Promise<TaskRow[]> {
  const tasks = await listTasks(trx, found.id);
  for (const task of stillToDo(tasks)) {
    await updateTask(trx, task.id, { state: 'skipped' });
    await clearAlarms(trx, found.id, task.id);
    await endTurn(trx, task, now);
  }
  const done = new Set(tasks.filter(({ state }) => state === 'done').map(({ step_code }) => step_code));
  const round = Math.max(0, ...tasks.map((task) => task.round)) + 1;
  const fresh = planTasks(found.id, plan.steps, unit, await lineageOf(trx, unit), bodies);
  // Where all of it was done under the other service, the last step shows that it holds for this one.
  const left = fresh.filter(({ step_code }) => !done.has(step_code));
  await insertTasks(
    trx,
    (left.length > 0 ? left : fresh.slice(-1)).map((task) => ({
      ...task,
      round,
      term: JSON.stringify(task.term),
      because: JSON.stringify(task.because),
      state: 'waiting',
    })),
  );
  const accepted = found.state !== 'opened' && found.state !== 'transferred';
  return accepted ? openReadyTasks(trx, found, now) : [];
}
