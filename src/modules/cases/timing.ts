import {
  type CalendarVersion,
  currentCalendar,
  type Limit,
  readServiceVersion,
  readSettings,
  settingFor,
} from '#modules/catalogue/index.ts';
import { clearAlarms, computeDue, type Derivation, type Pause, setAlarms } from '#modules/deadlines/index.ts';
import { dayOf } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { ownLimit } from './own-limit.ts';
import {
  type CaseRow,
  listPauses,
  listTasks,
  type PauseRow,
  type TaskRow,
  updateCase,
  updateTask,
} from './queries.ts';
import { listTurns, type TurnRow } from './queries-turns.ts';
import { readLimit } from './stored-limit.ts';
import { timeElsewhere } from './turns.ts';

export type Timed = { due_at: Date | null; derivation: Derivation; calendar: CalendarVersion };

/** When a term that began then ends, with its derivation, under the calendar in force. */
export async function timeTerm(
  trx: Trx,
  startedAt: Date,
  limit: Limit,
  pauses: readonly Pause[],
): Promise<Timed> {
  const calendar = await currentCalendar(trx, limit.calendar);
  const derivation = computeDue({ startedAt, limit, calendar, pauses });
  return { due_at: derivation.dueAt === null ? null : new Date(derivation.dueAt), derivation, calendar };
}

const asPause = (pause: PauseRow): Pause => ({
  from: pause.started_at.toISOString(),
  to: pause.ended_at?.toISOString() ?? null,
  reason: pause.reason,
  ...(pause.document_id ? { document: pause.document_id } : {}),
});

/** Sets when who is told of a term, by the setting in force on the day it began. */
export async function alarm(trx: Trx, caseId: string, taskId: string | null, term: Timed): Promise<void> {
  const { derivation, calendar } = term;
  const began = dayOf(calendar, Date.parse(derivation.startedAt)).toString();
  const escalation = settingFor(await readSettings(trx, began), derivation.limit.unit);
  const calendars = new Map([[calendar.code, calendar]]);
  for (const limit of [escalation?.toCompanyAfter, escalation?.toCorporationAfter])
    if (limit && !calendars.has(limit.calendar))
      calendars.set(limit.calendar, await currentCalendar(trx, limit.calendar));
  await setAlarms(trx, { caseId, taskId }, derivation, calendars, escalation);
}

/** Recomputes the due time of the case and of its open step after a pause began, ended, or a calendar changed. */
export async function retime(trx: Trx, found: CaseRow): Promise<void> {
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const pauses = await listPauses(trx, found.id);
  const term = await timeTerm(trx, found.opened_at, ownLimit(found, definition), pauses.map(asPause));
  await updateCase(trx, found.id, { due_at: term.due_at, due_derivation: JSON.stringify(term.derivation) });
  if (found.finished_at ?? found.closed_at) return clearAlarms(trx, found.id);
  await alarm(trx, found.id, null, term);
  const turns = await listTurns(trx, found.id);
  for (const task of await listTasks(trx, found.id)) {
    const limit = readLimit(task.term);
    if (task.state === 'open' && limit) await retimeTask(trx, task, limit, { pauses, turns });
  }
}

/** What hinders the utility rests no State body's clock. */
const restsFor = ({ level }: TaskRow, reason: string): boolean =>
  reason !== 'uncounted_step' && !(reason === 'force_majeure' && level === 'agency');

/** What lets a clock rest. */
type Rests = { pauses: readonly PauseRow[]; turns: readonly TurnRow[] };

/** A step that does not count towards the case pauses the case, never itself. The clock of its doer rests while it is at somebody else. */
async function retimeTask(trx: Trx, task: TaskRow, limit: Limit, { pauses, turns }: Rests): Promise<void> {
  if (!task.opened_at) return;
  const own = pauses.filter(({ reason }) => restsFor(task, reason)).map(asPause);
  const term = await timeTerm(trx, task.opened_at, limit, [...own, ...timeElsewhere(turns, task)]);
  await updateTask(trx, task.id, { due_at: term.due_at, derivation: JSON.stringify(term.derivation) });
  await alarm(trx, task.case_id, task.id, term);
}
