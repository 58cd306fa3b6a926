import type { Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type TaskRow, updateTask } from './queries.ts';
import { beginTurn, isElsewhere, partyOf } from './turns.ts';

/** A step is another unit's from now on, and so is the time of one that is open, unless it lies with somebody else just now. */
export async function handOver(
  trx: Trx,
  task: TaskRow,
  to: Pick<Unit, 'code' | 'path'>,
  now: Date,
): Promise<void> {
  await updateTask(trx, task.id, { unit_code: to.code, unit_path: to.path });
  if (task.state === 'open' && task.unit_code !== to.code && !(await isElsewhere(trx, task)))
    await beginTurn(trx, task, partyOf(task), to.code, now);
}
