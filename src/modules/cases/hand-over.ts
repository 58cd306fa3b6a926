import type { Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type TaskRow, updateTask } from './queries.ts';
import { listTurns } from './queries-turns.ts';
import { beginTurn, isBackAtUnit, isElsewhere, partyOf } from './turns.ts';

/** A step is another unit's from now on, and so is the time of one that is open, unless it lies with somebody else just now. */
export async function handOver(
  trx: Trx,
  task: TaskRow,
  to: Pick<Unit, 'code' | 'path'>,
  now: Date,
): Promise<void> {
  await updateTask(trx, task.id, { unit_code: to.code, unit_path: to.path });
  if (task.state !== 'open' || task.unit_code === to.code) return;
  if (isElsewhere(await listTurns(trx, task.case_id), task)) return;
  await beginTurn(trx, task, partyOf(task), to.code, now);
}

/** Work of a State body that lies with the unit (refused, handed back) lies with the unit that has the case from now on. */
export async function handOverReturned(
  trx: Trx,
  caseId: string,
  tasks: readonly TaskRow[],
  to: Pick<Unit, 'code'>,
  now: Date,
): Promise<void> {
  const turns = await listTurns(trx, caseId);
  for (const task of tasks) if (isBackAtUnit(turns, task)) await beginTurn(trx, task, 'unit', to.code, now);
}
