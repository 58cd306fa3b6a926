import { acting, type CaseRow, readCaseById } from '#modules/cases/index.ts';
import { readServiceVersion, type Step } from '#modules/catalogue/index.ts';
import { type Derivation, readDerivation } from '#modules/deadlines/index.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { admitCase, type Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { daysLeft } from './list-tasks.ts';
import {
  type AttemptRow,
  listAttempts,
  listDocuments,
  type SupplementRow,
  supplementsOfTask,
} from './queries.ts';
import { type Stage, stageOf } from './rules/attempt.ts';
import { standingOf } from './standing.ts';

type Paper = { id: string; name: string; sha256: string; mime: string; kind: Text | null };
export type TaskView = {
  taskId: string;
  code: string;
  customer: string;
  address: string | null;
  unit: Text;
  body: Text;
  service: Text;
  step: Text;
  produces: Text;
  because: Text | null;
  /** What the step needs, and what was given for it since: no other paper of the case. */
  papers: Paper[];
  /** The sendings to this body alone. */
  attempts: AttemptRow[];
  supplements: SupplementRow[];
  stage: Stage;
  /** How often the customer was asked, in all sendings of the step: what makes the next time a second one. */
  asked: number;
  accepted: boolean;
  /** The step is with this body, and it can still answer. */
  open: boolean;
  due: Date | null;
  derivation: Derivation | null;
  daysLeft: number | null;
};

/**
 * A step as the body that does it sees it; undefined where it is none of theirs. Once it has answered, or the step is no longer open,
 * it sees what it answered and no longer the papers. `attemptId`: through a link, which stands for one sending.
 */
export async function readTask(
  trx: Trx,
  taskId: string,
  now: Date,
  attemptId?: string,
): Promise<TaskView | undefined> {
  const all = await listAttempts(trx, taskId);
  const attempts = attemptId ? all.filter(({ id }) => id === attemptId) : all;
  const task = await acting.findTask(trx, taskId);
  const caseId = task?.case_id ?? attempts[0]?.case_id;
  if (!caseId || (task && (task.level !== 'agency' || task.state === 'waiting'))) return undefined;
  await admitCase(trx, caseId);
  const [found, step] = [await readCaseById(trx, caseId), task ?? (await acting.findTask(trx, taskId))];
  const last = attempts.at(-1);
  const here = task !== undefined && (!attemptId || last?.unit_code === task.unit_code);
  return found && step && describe(trx, { found, step, attempts, here, now });
}

type Seen = { found: CaseRow; step: acting.TaskRow; attempts: AttemptRow[]; here: boolean; now: Date };

async function describe(trx: Trx, seen: Seen): Promise<TaskView> {
  const { found, step, attempts, here, now } = seen;
  const last = attempts.at(-1);
  const ofStep = await supplementsOfTask(trx, step.id);
  const supplements = ofStep.filter(({ agency_task_id }) => attempts.some(({ id }) => id === agency_task_id));
  const standing = last
    ? standingOf(last, supplements, last.how)
    : { received: false, decision: null, waiting: false };
  const open = here && step.state === 'open' && standing.decision === null;
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const known = definition.steps.find(({ code }) => code === step.step_code);
  const needs = open ? (known?.needs ?? []) : [];
  return {
    taskId: step.id,
    code: found.code,
    customer: found.customer_name,
    address: found.address,
    unit: await nameOf(trx, found.unit_code),
    body: await nameOf(trx, last?.unit_code ?? step.unit_code),
    service: definition.name,
    ...wordsOf(known, step),
    papers: await papersFor(trx, found.id, needs, attempts, open ? supplements : [], definition.documents),
    ...{ attempts, supplements, open },
    stage: stageOf(standing),
    asked: ofStep.length,
    accepted: last ? last.accepted_at !== null : false,
    due: open ? step.due_at : null,
    derivation: readDerivation(step.derivation),
    daysLeft: await daysLeft(trx, step.term, step.due_at, now),
  };
}

function wordsOf(known: Step | undefined, step: acting.TaskRow) {
  const unnamed = { vi: step.step_code, en: step.step_code };
  return {
    step: known?.name ?? unnamed,
    produces: known?.produces ?? unnamed,
    because: asText(step.because),
  };
}

async function papersFor(
  trx: Trx,
  caseId: string,
  needs: readonly string[],
  attempts: readonly AttemptRow[],
  supplements: readonly SupplementRow[],
  asked: readonly { code: string; name: Text }[],
): Promise<Paper[]> {
  const given = supplements.flatMap(({ document_ids }) => document_ids);
  const results = attempts.flatMap(({ result_document }) => result_document ?? []);
  const rows = await listDocuments(trx, caseId, needs, [...given, ...results]);
  return rows.map(({ id, name, sha256, mime, kind }) => ({
    ...{ id, name, sha256, mime },
    kind: asked.find(({ code }) => code === kind)?.name ?? null,
  }));
}

async function nameOf(trx: Trx, code: string): Promise<Text> {
  return (await findUnit(trx, code))?.name ?? { vi: code, en: code };
}

function asText(stored: unknown): Text | null {
  if (typeof stored !== 'object' || stored === null || !('vi' in stored) || !('en' in stored)) return null;
  return typeof stored.vi === 'string' && typeof stored.en === 'string'
    ? { vi: stored.vi, en: stored.en }
    : null;
}
