import { randomUUID } from 'node:crypto';
import type { ServiceDefinition, Step } from '#modules/catalogue/index.ts';
import { listWithAncestors, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { TaskRow } from './queries.ts';
import { stepsOf } from './rules/procedure.ts';

/** Units by code: the one that has the case, and all above it. */
export type Lineage = ReadonlyMap<string, Unit>;

export async function lineageOf(trx: Trx, unit: Unit): Promise<Lineage> {
  return new Map((await listWithAncestors(trx, [unit.code])).map((one) => [one.code, one]));
}

/** The steps of the procedure, each as a waiting task of the unit that will do it. */
export const planTasks = (
  caseId: string,
  definition: ServiceDefinition,
  variant: string,
  unit: Unit,
  lineage: Lineage,
) =>
  stepsOf(definition, variant).map((step, index) => {
    const doer = doerOf(step, unit, lineage);
    return {
      id: randomUUID(),
      case_id: caseId,
      ordinal: index + 1,
      step_code: step.code,
      level: step.actor.level,
      role: step.actor.role ?? null,
      unit_code: doer.code,
      unit_path: doer.path,
      counted: step.counted,
    };
  });

/** A step of a State body or of the customer is followed by the district unit, until the body has a desk of its own here. */
function doerOf({ actor }: Step, unit: Unit, lineage: Lineage): Unit {
  if (actor.level === 'company' && unit.parentCode) return lineage.get(unit.parentCode) ?? unit;
  if (actor.level === 'corporation') return lineage.get(unit.path.split('.')[0] ?? unit.code) ?? unit;
  return unit;
}

/** Who does a step when the case is with this unit. */
export function doerOfTask(
  definition: ServiceDefinition,
  stepCode: string,
  unit: Unit,
  lineage: Lineage,
): Unit {
  const step = definition.steps.find((known) => known.code === stepCode);
  return step ? doerOf(step, unit, lineage) : unit;
}

export const stillToDo = (tasks: readonly TaskRow[]): TaskRow[] =>
  tasks.filter((task) => task.state === 'open' || task.state === 'waiting');
