import { randomUUID } from 'node:crypto';
import { readServiceVersion } from '#modules/catalogue/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import {
  type CaseRow,
  endPause,
  insertPause,
  listPauses,
  listTasks,
  type TaskRow,
  updateTask,
} from './queries.ts';
import { nextTask } from './rules/procedure.ts';
import { alarm, retime, timeTerm } from './timing.ts';

/** Opens the step that comes next and starts its clock; undefined when the procedure is through. */
export async function openNextTask(trx: Trx, found: CaseRow, now: Date): Promise<TaskRow | undefined> {
  const task = nextTask(await listTasks(trx, found.id));
  if (!task || task.state === 'open') return task;
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const limit = definition.steps.find((step) => step.code === task.step_code)?.limit ?? null;
  const term = limit ? await timeTerm(trx, now, limit, []) : null;
  await updateTask(trx, task.id, {
    state: 'open',
    opened_at: now,
    due_at: term?.due_at ?? null,
    derivation: term ? JSON.stringify(term.derivation) : null,
  });
  if (term) await alarm(trx, found.id, task.id, term);
  await pauseWhileUncounted(trx, found, task, now);
  return task;
}

/** While a step runs that the limit does not count (a State body's, the customer's own works), the case's clock rests. */
async function pauseWhileUncounted(trx: Trx, found: CaseRow, task: TaskRow, now: Date): Promise<void> {
  const pauses = await listPauses(trx, found.id);
  const paused = pauses.some((pause) => pause.reason === 'uncounted_step' && pause.ended_at === null);
  if (task.counted === !paused) return;
  if (task.counted) await endPause(trx, found.id, 'uncounted_step', now);
  else
    await insertPause(trx, {
      id: randomUUID(),
      case_id: found.id,
      reason: 'uncounted_step',
      note: task.step_code,
      started_at: now,
    });
  await retime(trx, found);
}
