import { randomUUID } from 'node:crypto';
import type { ServiceDefinition, Step } from '#modules/catalogue/index.ts';
import { findUnit, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { insertTasks, type TaskRow } from './queries.ts';
import { stepsOf } from './rules/procedure.ts';

/** Writes the steps of the procedure as waiting tasks of the units that will do them. */
export async function planTasks(
  trx: Trx,
  caseId: string,
  definition: ServiceDefinition,
  variant: string,
  unit: Unit,
): Promise<void> {
  const rows = [];
  for (const [index, step] of stepsOf(definition, variant).entries()) {
    const doer = await doerOf(trx, step, unit);
    rows.push({
      id: randomUUID(),
      case_id: caseId,
      ordinal: index + 1,
      step_code: step.code,
      level: step.actor.level,
      role: step.actor.role ?? null,
      unit_code: doer.code,
      unit_path: doer.path,
      counted: step.counted,
      state: 'waiting',
    });
  }
  await insertTasks(trx, rows);
}

/** A step of a State body or of the customer is followed by the district unit, until the body has a desk of its own here. */
async function doerOf(trx: Trx, step: Step, unit: Unit): Promise<Unit> {
  if (step.actor.level === 'company' && unit.parentCode)
    return (await findUnit(trx, unit.parentCode)) ?? unit;
  if (step.actor.level === 'corporation')
    return (await findUnit(trx, unit.path.split('.')[0] ?? unit.code)) ?? unit;
  return unit;
}

/** Who does a step when the case is with this unit. */
export async function doerOfTask(
  trx: Trx,
  definition: ServiceDefinition,
  stepCode: string,
  unit: Unit,
): Promise<Unit> {
  const step = definition.steps.find((known) => known.code === stepCode);
  return step ? doerOf(trx, step, unit) : unit;
}

export const stillToDo = (tasks: readonly TaskRow[]): TaskRow[] =>
  tasks.filter((task) => task.state === 'open' || task.state === 'waiting');
