import { acting, type CaseRow, showCaseCode } from '#modules/cases/index.ts';
import { readServiceVersion, readUtility } from '#modules/catalogue/index.ts';
import { sayDay, sayMoment } from '#modules/deadlines/index.ts';
import { tell } from '#modules/notices/index.ts';
import { findUnit, systemActor } from '#modules/organisation/index.ts';
import { dayAt, utilityZone } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { giveBack } from './decide.ts';
import { makeLink } from './links.ts';
import { type AttemptRow, updateAttempt } from './queries.ts';
import { addressOn, tasksOfDissolved } from './queries-bodies.ts';
import { bodyToday, causeOfMove, currentAttempt, followSuccession } from './sending.ts';
import { texts } from './texts.ts';

/** `url`: the address people type. */
export type SendingDeps = { db: Database; clock: Clock; url: string };
type ToSend = { taskId: string; cause?: string | undefined };
type Sending = {
  trx: Trx;
  found: CaseRow;
  task: acting.TaskRow;
  attempt: AttemptRow;
  now: Date;
  cause?: string;
};

/** A step was opened for a State body: its officers find it in their list; a body without officers here is sent a letter with a link. */
export function sendTask(deps: SendingDeps, { taskId, cause }: ToSend): Promise<void> {
  return inScope(deps.db, systemScope, async (trx) => {
    const sending = await settle(trx, taskId, deps.clock.now());
    if (sending?.attempt.how === 'mail') await writeTo(deps.url, sending, sending.cause ?? cause);
  });
}

/** Bodies that were dissolved: their open steps go to who took over, or back to the unit. Once an hour, and whenever one is sent. One that fails keeps no other, and is reported at the end. */
export async function followDissolved(deps: SendingDeps): Promise<number> {
  const now = deps.clock.now();
  const gone = await inScope(deps.db, systemScope, (trx) => tasksOfDissolved(trx, dayAt(now)));
  const failures: unknown[] = [];
  for (const { id } of gone)
    await sendTask(deps, { taskId: id }).catch((error: unknown) => void failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} steps stay with a body that is no more`);
  return gone.length;
}

/** The sending as it stands today, with the body that is there today; null where nothing is to be sent. */
async function settle(trx: Trx, taskId: string, now: Date): Promise<Sending | null> {
  const seen = await acting.findTask(trx, taskId);
  const found = seen && (await acting.lockCaseById(trx, seen.case_id));
  const task = found && (await acting.findTask(trx, taskId));
  if (!found || task?.state !== 'open') return null;
  const body = await findUnit(trx, task.unit_code);
  if (body?.kind !== 'agency') return null;
  const attempt = await currentAttempt(trx, task, now);
  if (attempt.decision !== null) return null;
  const sending = { trx, found, task, attempt, now };
  const moved = await followSuccession(trx, task, attempt, now);
  if (moved) {
    await note(sending, 'agency_moved', moved);
    return { ...sending, attempt: await currentAttempt(trx, task, now), cause: causeOfMove(moved.to) };
  }
  if (await bodyToday(trx, body, now)) return sending;
  await returnToUnit(sending, body.name.vi);
  return null;
}

/** The body is no more and nobody took over: the unit finds the step in its hands, with a sentence that says so. */
async function returnToUnit(sending: Sending, body: string): Promise<void> {
  const { trx, attempt, now } = sending;
  const reason = texts.body_is_no_more.vi.replace('{body}', body);
  await updateAttempt(trx, attempt.id, {
    decision: 'handed_back',
    decided_at: now,
    decided_by: systemActor.name,
    note: reason,
  });
  const after = await giveBack(sending);
  await note(sending, 'agency_hand_back', { reason });
  await after();
}

async function note(
  { trx, found, task, attempt, now }: Sending,
  kind: string,
  more: { [key: string]: string },
) {
  const data = {
    taskId: task.id,
    attempt: attempt.attempt,
    step: task.step_code,
    unit: attempt.unit_code,
    ...more,
  };
  const event = { kind, data, requestId: null, channel: 'system' };
  const { seq } = await acting.recordEvent(trx, found, systemActor, now, event);
  await acting.announceChange(trx, { code: found.code, path: found.unit_path, desk: found.filed_at });
  await enqueue(trx, 'tell_customer', { caseId: found.id, seq, kind });
  if (acting.isDossier(found)) await enqueue(trx, 'case_moved', { caseId: found.id, seq, kind });
}

/** One letter for each cause: the sending itself, a supplement that came, a link that was asked for anew. */
async function writeTo(
  url: string,
  { trx, found, task, attempt, now }: Sending,
  cause?: string,
): Promise<void> {
  const to = await addressOn(trx, attempt.unit_code, dayAt(now));
  if (!to) return updateAttempt(trx, attempt.id, { how: 'paper' });
  const link = await makeLink(trx, attempt, cause ?? 'sent', to, now);
  if (!link) return;
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const [body, unit, utility] = [
    await findUnit(trx, attempt.unit_code),
    await findUnit(trx, found.unit_code),
    await readUtility(trx, dayAt(now)),
  ];
  await tell(trx, {
    caseId: null,
    kind: 'agency_task',
    dedupeKey: `agency:${link.id}`,
    channel: 'mail',
    recipient: to,
    language: 'vi',
    now,
    facts: {
      code: showCaseCode(found.code),
      body: body?.name.vi ?? attempt.unit_code,
      step: definition.steps.find(({ code }) => code === task.step_code)?.name.vi ?? task.step_code,
      service: definition.name.vi,
      applicant: found.customer_name,
      unit: unit?.name.vi ?? found.unit_code,
      utility: utility.name.vi,
      hotline: utility.hotlines.join(' – '),
      task_link: `${url}/co-quan/viec/${link.token}`,
      until: sayDay(link.until),
      ...(task.due_at ? { due: sayMoment(task.due_at.toISOString(), 'vi', utilityZone) } : {}),
    },
  });
}
