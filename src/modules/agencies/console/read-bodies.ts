import { acting, parseState, readCaseById } from '#modules/cases/index.ts';
import { readServiceVersion } from '#modules/catalogue/index.ts';
import { type Actor, findUnit, listBodies, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { daysLeft } from '../list-tasks.ts';
import { type AttemptRow, attemptsOfCase, type SupplementRow, supplementsOfCase } from '../queries.ts';
import { type LetterRow, lettersOf } from '../queries-links.ts';
import { barred, type Standing } from '../rules/attempt.ts';
import { howToReach } from '../sending.ts';
import { isOpenSupplement, standingOf } from '../standing.ts';
import { type UnitAct, unitActs } from './unit-acts.ts';

/** A step of a case that lies, or lay, with a State body, as the unit sees it. */
export type BodyStep = {
  taskId: string;
  code: string;
  step: Text;
  body: Text;
  /** Other bodies of the province to which it could go. */
  others: readonly Unit[];
  attempts: (AttemptRow & { body: Text })[];
  supplements: SupplementRow[];
  links: LetterRow[];
  /** Of the newest sending. */
  decision: string | null;
  open: boolean;
  due: Date | null;
  daysLeft: number | null;
  waiting: boolean;
  possible: readonly UnitAct[];
};

/** Each step of a case that a State body does, once it was sent. The case must be seen by this transaction. */
export async function readBodySteps(
  trx: Trx,
  actor: Actor | null,
  caseId: string,
  now: Date,
): Promise<BodyStep[]> {
  const found = await readCaseById(trx, caseId);
  const tasks = found ? (await acting.listTasks(trx, caseId)).filter(isSent) : [];
  if (!found || tasks.length === 0) return [];
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const [attempts, supplements] = [await attemptsOfCase(trx, caseId), await supplementsOfCase(trx, caseId)];
  const links = await lettersOf(
    trx,
    attempts.map(({ id }) => id),
  );
  const bodies = await listBodies(trx, dayAt(now));
  const steps: BodyStep[] = [];
  for (const task of tasks) {
    const unit = await findUnit(trx, task.unit_code);
    if (unit?.kind !== 'agency') continue;
    const own = attempts.filter(({ task_id }) => task_id === task.id);
    const asked = supplements.filter(({ task_id }) => task_id === task.id);
    const last = own.at(-1);
    const name = definition.steps.find(({ code }) => code === task.step_code)?.name;
    steps.push({
      taskId: task.id,
      code: found.code,
      step: name ?? { vi: task.step_code, en: task.step_code },
      body: unit.name,
      others: bodies.filter(
        (one) => one.kind === 'agency' && one.provinceCode === unit.provinceCode && one.code !== unit.code,
      ),
      attempts: await named(trx, own),
      supplements: asked,
      links: links.filter(({ agency_task_id }) => own.some(({ id }) => id === agency_task_id)),
      decision: last?.decision ?? null,
      open: task.state === 'open',
      due: task.state === 'open' ? task.due_at : null,
      daysLeft: await daysLeft(trx, task.term, task.due_at, now),
      waiting: asked.some(isOpenSupplement),
      possible: actor
        ? possibleFor(actor, found, task, await standingToday(trx, task, last, asked, now))
        : [],
    });
  }
  return steps;
}

const isSent = ({ level, state }: acting.TaskRow) => level === 'agency' && state !== 'waiting';

async function named(trx: Trx, attempts: readonly AttemptRow[]) {
  const all: (AttemptRow & { body: Text })[] = [];
  for (const attempt of attempts) {
    const unit = await findUnit(trx, attempt.unit_code);
    all.push({ ...attempt, body: unit?.name ?? { vi: attempt.unit_code, en: attempt.unit_code } });
  }
  return all;
}

const fresh = { received: false, accepted: false, decision: null, waiting: false, asked: 0 };

async function standingToday(
  trx: Trx,
  task: acting.TaskRow,
  last: AttemptRow | undefined,
  asked: readonly SupplementRow[],
  now: Date,
): Promise<Standing> {
  const how = await howToReach(trx, task.unit_code, now);
  return last ? standingOf(last, asked, how) : { ...fresh, how };
}

function possibleFor(
  actor: Actor,
  found: { state: string; unit_code: string },
  task: acting.TaskRow,
  standing: Standing,
): UnitAct[] {
  if (task.state !== 'open') return [];
  const openTask = { level: task.level, role: task.role, unitCode: task.unit_code };
  const facts = { state: parseState(found.state), unitCode: found.unit_code, rated: false, openTask };
  return unitActs.filter(
    ({ act, doing }) => acting.mayAct(actor, facts, act).may && barred(standing, doing) === null,
  );
}
