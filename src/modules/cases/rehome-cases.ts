import { randomUUID } from 'node:crypto';
import type { Actor, Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { handOver, handOverReturned } from './hand-over.ts';
import { stillToDo } from './plan-tasks.ts';
import { announceChange, insertInto, listTasks, updateCase } from './queries.ts';
import { openCasesOf } from './queries-verify.ts';
import { recordEvent } from './record-event.ts';

/** Moves a unit's open cases to where a reorganisation puts them; ended ones stay as they were. Returns how many moved. */
export async function rehomeOpenCases(
  trx: Trx,
  actor: Actor,
  at: Date,
  from: string,
  to: Unit,
  decision: string,
): Promise<number> {
  const cases = await openCasesOf(trx, from);
  for (const found of cases) {
    await updateCase(trx, found.id, { unit_code: to.code, unit_path: to.path, assignee: null });
    if (from !== to.code) {
      const row = {
        id: randomUUID(),
        case_id: found.id,
        from_unit: from,
        to_unit: to.code,
        reason: decision,
        at,
        by_whom: actor.name,
      };
      await insertInto(trx, 'case_transfers', row);
    }
    const tasks = stillToDo(await listTasks(trx, found.id));
    for (const task of tasks) if (task.unit_code === from) await handOver(trx, task, to, at);
    await handOverReturned(trx, found.id, tasks, to, at);
    const data = { from, to: to.code, path: to.path, decision };
    await recordEvent(trx, found, actor, at, { kind: 'rehome', data, requestId: null, channel: 'system' });
    await announceChange(trx, { code: found.code, path: to.path, desk: found.filed_at });
  }
  return cases.length;
}
