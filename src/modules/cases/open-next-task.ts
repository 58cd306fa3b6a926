import { randomUUID } from 'node:crypto';
import { enqueue } from '#platform/jobs.ts';
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
import { listTurns } from './queries-turns.ts';
import { clockRuns, readyTasks } from './rules/procedure.ts';
import { readLimit } from './stored-limit.ts';
import { alarm, retime, timeTerm } from './timing.ts';
import { beginTurn, isBackAtUnit, partyOf } from './turns.ts';

/** Opens every step that can begin now and starts its clock. Returns those it opened. */
export async function openReadyTasks(trx: Trx, found: CaseRow, now: Date): Promise<TaskRow[]> {
  const tasks = await listTasks(trx, found.id);
  const ready = readyTasks(tasks);
  for (const task of ready) await openTask(trx, found, task, now);
  const open = [...tasks.filter(({ state }) => state === 'open'), ...ready];
  await pauseWhileUncounted(trx, found, open, now);
  return ready;
}

/** Lets the case's clock rest or run by whose turn its open steps are at now. */
export async function restOrRun(trx: Trx, found: CaseRow, now: Date): Promise<void> {
  const tasks = await listTasks(trx, found.id);
  const open = tasks.filter(({ state }) => state === 'open');
  await pauseWhileUncounted(trx, found, open, now);
}

/** What an event says of the steps it opened: whose they are from then on. */
export const openedFacts = (tasks: readonly TaskRow[]) =>
  tasks.map(({ step_code, level, unit_code }) => ({ step: step_code, party: level, unit: unit_code }));

async function openTask(trx: Trx, found: CaseRow, task: TaskRow, now: Date): Promise<void> {
  const limit = readLimit(task.term);
  const term = limit ? await timeTerm(trx, now, limit, []) : null;
  await updateTask(trx, task.id, {
    state: 'open',
    opened_at: now,
    due_at: term?.due_at ?? null,
    derivation: term ? JSON.stringify(term.derivation) : null,
  });
  if (term) await alarm(trx, found.id, task.id, term);
  await beginTurn(trx, task, partyOf(task), task.unit_code, now);
  if (task.level === 'agency') await enqueue(trx, 'task_sent', { taskId: task.id });
}

/** While all that runs is work that the limit does not count (a State body's, the customer's own works), the case's clock rests. */
async function pauseWhileUncounted(
  trx: Trx,
  found: CaseRow,
  open: readonly TaskRow[],
  now: Date,
): Promise<void> {
  const turns = await listTurns(trx, found.id);
  const running = open.map((task) => ({ counted: task.counted || isBackAtUnit(turns, task) }));
  const pauses = await listPauses(trx, found.id);
  const paused = pauses.some((pause) => pause.reason === 'uncounted_step' && pause.ended_at === null);
  if (clockRuns(running) === !paused) return;
  if (paused) await endPause(trx, found.id, 'uncounted_step', now);
  else
    await insertPause(trx, {
      id: randomUUID(),
      case_id: found.id,
      reason: 'uncounted_step',
      note: open.map(({ step_code }) => step_code).join(', '),
      started_at: now,
    });
  await retime(trx, found);
}
