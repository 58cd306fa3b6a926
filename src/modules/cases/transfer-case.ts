import { randomUUID } from 'node:crypto';
import { readServiceVersion } from '#modules/catalogue/index.ts';
import { type Actor, findUnit, listBodies, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps, type Work } from './act-on-case.ts';
import { centreKind, readBodies } from './bodies.ts';
import { handOver, handOverReturned } from './hand-over.ts';
import { doerOfTask, lineageOf, movesWithCase, stillToDo } from './plan-tasks.ts';
import { announceChange, insertInto, listTasks, type TaskRow } from './queries.ts';
import { caseReasons } from './reasons.ts';
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

/** Who does what State bodies have not been sent yet: those of the province the case goes to. What they have stays with them. */
async function bodiesOf({ trx, found, now }: Work, unit: Unit) {
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const bodies = (await readBodies(trx, dayAt(now))).get(unit.parentCode ?? '');
  const kinds = new Map(
    (await listBodies(trx, dayAt(now))).map(({ code, agencyKind }) => [code, agencyKind]),
  );
  return (task: TaskRow): Unit | undefined => {
    const named = definition.steps.find(({ code }) => code === task.step_code)?.actor.agency;
    const kind = task.level === 'agency' ? (kinds.get(task.unit_code) ?? named) : centreKind;
    return bodies?.byKind.get(kind ?? '');
  };
}

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
  const tasks = stillToDo(await listTasks(trx, found.id));
  const bodyFor = await bodiesOf(work, unit);
  for (const task of tasks)
    if (movesWithCase(task, found.unit_code)) await handOver(trx, task, doerOfTask(task, unit, lineage), now);
    else if (task.state === 'waiting') await handOver(trx, task, bodyFor(task) ?? unit, now);
  await handOverReturned(trx, found.id, tasks, unit, now);
  await announceChange(trx, { code: found.code, path: unit.path, desk: found.filed_at });
}
