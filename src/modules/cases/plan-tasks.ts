import { randomUUID } from 'node:crypto';
import { listWithAncestors, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type Bodies, centreKind } from './bodies.ts';
import type { PlannedStep } from './plan-steps.ts';
import type { TaskRow } from './queries.ts';

/** Units by code: the one that has the case, and all above it. */
export type Lineage = ReadonlyMap<string, Unit>;

export async function lineageOf(trx: Trx, unit: Unit): Promise<Lineage> {
  return new Map((await listWithAncestors(trx, [unit.code])).map((one) => [one.code, one]));
}

/** The steps of the procedure, each as a waiting task of the unit or body that will do it, with the terms it has now. */
export const planTasks = (
  caseId: string,
  steps: readonly PlannedStep[],
  unit: Unit,
  lineage: Lineage,
  bodies: Bodies | undefined,
) =>
  steps.map((step, index) => {
    const doer = doerOf(step, unit, lineage, bodies);
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
      term: step.limit,
      after: step.after,
      because: step.because,
    };
  });

/** What the customer or a contractor does is followed by the district unit; so is a step of a body the province does not have. */
function doerOf(
  { actor }: Pick<PlannedStep, 'actor'>,
  unit: Unit,
  lineage: Lineage,
  bodies: Bodies | undefined,
): Unit {
  if (actor.level === 'agency') return bodies?.byKind.get(actor.agency ?? '') ?? unit;
  if (actor.level === 'administration_centre') return bodies?.byKind.get(centreKind) ?? unit;
  return ownDoer(actor.level, unit, lineage);
}

function ownDoer(level: string, unit: Unit, lineage: Lineage): Unit {
  if (level === 'company' && unit.parentCode) return lineage.get(unit.parentCode) ?? unit;
  if (level === 'corporation') return lineage.get(unit.path.split('.')[0] ?? unit.code) ?? unit;
  return unit;
}

/** Whether another unit does this task once the case is elsewhere: what a State body has stays with it, what the unit follows for want of one does not. */
export const movesWithCase = (
  { level, unit_code }: Pick<TaskRow, 'level' | 'unit_code'>,
  holder: string,
): boolean => unit_code === holder || (level !== 'agency' && level !== 'administration_centre');

/** Who does a step of the utility, or follows one of the customer's, when the case is with this unit. */
export const doerOfTask = ({ level }: Pick<TaskRow, 'level'>, unit: Unit, lineage: Lineage): Unit =>
  ownDoer(level, unit, lineage);

export const stillToDo = (tasks: readonly TaskRow[]): TaskRow[] =>
  tasks.filter((task) => task.state === 'open' || task.state === 'waiting');
