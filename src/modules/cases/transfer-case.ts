import { randomUUID } from 'node:crypto';
import { type Actor, findUnit, type Unit } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps, type Work } from './act-on-case.ts';
import { handOver } from './hand-over.ts';
import { doerOfTask, lineageOf, movesWithCase, stillToDo } from './plan-tasks.ts';
import { announceChange, insertInto, listTasks } from './queries.ts';
import { caseReasons } from './reasons.ts';
import { beginTurn, tasksBackAtUnit } from './turns.ts';
import { needWords } from './words.ts';

/** Sends the case to the unit that should have it; what is done stays done, the clock does not start again. */
export const transferCase = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { toUnit: string; reason: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'transfer', request, async (work) => {
    const reason = needWords(request.reason, 'reason', 'reason_needed');
    const unit = await findUnit(work.trx, request.toUnit.trim().toUpperCase());
    if (unit?.kind !== 'district_unit' || unit.validTo !== null)
      throw refuse(caseReasons.unit_not_found, {}, { toUnit: caseReasons.unit_not_found });
    if (unit.code === work.found.unit_code)
      throw refuse(caseReasons.same_unit, {}, { toUnit: caseReasons.same_unit });
    await moveWork(work, unit, reason);
    return {
      data: { from: work.found.unit_code, to: unit.code, reason },
      change: { unit_code: unit.code, unit_path: unit.path, assignee: null },
    };
  });

async function moveWork(work: Work, unit: Unit, reason: string): Promise<void> {
  const { trx, found, actor, now } = work;
  const row = {
    id: randomUUID(),
    case_id: found.id,
    from_unit: found.unit_code,
    to_unit: unit.code,
    reason,
    at: now,
    by_whom: actor.name,
  };
  await insertInto(trx, 'case_transfers', row);
  const lineage = await lineageOf(trx, unit);
  const back = await tasksBackAtUnit(trx, found.id);
  for (const task of stillToDo(await listTasks(trx, found.id)))
    if (movesWithCase(task, found.unit_code)) await handOver(trx, task, doerOfTask(task, unit, lineage), now);
    else if (back.has(task.id)) await beginTurn(trx, task, 'unit', unit.code, now);
  await announceChange(trx, { code: found.code, path: unit.path, desk: found.filed_at });
}
