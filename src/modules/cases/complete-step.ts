import { readServiceVersion } from '#modules/catalogue/index.ts';
import { clearAlarms } from '#modules/deadlines/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import {
  type ActRequest,
  type ActResult,
  actOnCase,
  type Deps,
  type Done,
  reread,
  type Work,
} from './act-on-case.ts';
import { openedFacts, openReadyTasks } from './open-next-task.ts';
import { endPause, listTasks, type TaskRow, updateTask } from './queries.ts';
import { isUnsigned } from './queries-papers.ts';
import { caseReasons } from './reasons.ts';
import { isLastStep } from './rules/procedure.ts';
import { readWords } from './rules/words.ts';
import { retime } from './timing.ts';
import { endTurn } from './turns.ts';

type StepRequest = ActRequest & { taskId: string; product: string };

/** A step is done when what it produces is written down; after the last one the case is finished. */
export const completeStep = (deps: Deps, actor: Actor, request: StepRequest): Promise<ActResult> =>
  actOnCase(deps, actor, 'complete_step', request, async (work) => {
    const { task } = work;
    if (task?.id !== request.taskId) throw refuse(caseReasons.step_already_done);
    await needSignatures(work, task);
    return finishTask(work, task, await needProduct(work, task, request.product));
  });

/** Writes down that a step is done and what it produced; opens what comes after it, or finishes the case. */
export async function finishTask(
  { trx, found, actor, now }: Work,
  task: TaskRow,
  product: string,
): Promise<Done> {
  await updateTask(trx, task.id, {
    state: 'done',
    completed_at: now,
    completed_by: actor.name,
    product,
  });
  await clearAlarms(trx, found.id, task.id);
  await endTurn(trx, task, now);
  const data = { step: task.step_code, product, unit: task.unit_code };
  if (!isLastStep(await listTasks(trx, found.id), task.id)) {
    const open = await openReadyTasks(trx, found, now);
    return { data: { ...data, opened: openedFacts(open) } };
  }
  await endPause(trx, found.id, 'uncounted_step', now);
  await endPause(trx, found.id, 'force_majeure', now);
  const after = async () => retime(trx, await reread(trx, found.id));
  return { data, change: { finished_at: now }, as: 'complete_last_step', after };
}

/** What the step makes to be signed must not be left half signed. */
async function needSignatures({ trx, found }: Work, task: TaskRow): Promise<void> {
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const kinds = definition.steps.find((step) => step.code === task.step_code)?.papers ?? [];
  if (await isUnsigned(trx, found.id, kinds)) throw refuse(caseReasons.papers_unsigned);
}

async function needProduct({ trx, found }: Work, task: TaskRow, typed: string): Promise<string> {
  const read = readWords(typed, 'product_needed');
  if (read.ok) return read.words;
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const step = definition.steps.find((known) => known.code === task.step_code);
  const product = step ? (found.language === 'vi' ? step.produces.vi : step.produces.en) : task.step_code;
  throw refuse(caseReasons[read.reason], { product, most: 4000 }, { product: caseReasons[read.reason] });
}
