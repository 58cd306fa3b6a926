import { acting } from '#modules/cases/index.ts';
import {
  type CalendarVersion,
  currentCalendar,
  currentCalendars,
  readServiceVersions,
} from '#modules/catalogue/index.ts';
import { type Actor, listUnits } from '#modules/organisation/index.ts';
import { workingDaysBetween } from '#platform/calendar/index.ts';
import { admitCases, type Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { codesBelow } from './queries-bodies.ts';
import { casesOf, countStages, type ListedRow, listOf, stepCodes } from './queries-lists.ts';
import type { Stage } from './rules/attempt.ts';

export const pageSize = 50;

export type ListedTask = Omit<ListedRow, 'term' | 'step_code'> & {
  code: string;
  customer: string;
  address: string | null;
  service: Text;
  step: Text;
  body: Text;
  /** Working days of the calendar of the step's own limit; null where it has none, or its clock rests. */
  daysLeft: number | null;
  late: boolean;
};
export type TaskList = { tasks: ListedTask[]; counts: ReadonlyMap<string, number>; more: boolean };

/** What lies with the bodies of an officer at one stage. These very cases are admitted, so that nothing else of them is seen. */
export async function listTasksOf(
  trx: Trx,
  actor: Actor,
  stage: Stage,
  page: number,
  now: Date,
): Promise<TaskList> {
  const codes = await codesBelow(trx, actor.scope.paths);
  const counts = await countStages(trx, codes);
  const rows = await listOf(trx, codes, stage, { limit: pageSize + 1, offset: (page - 1) * pageSize });
  const shown = rows.slice(0, pageSize);
  await admitCases(
    trx,
    shown.map(({ case_id }) => case_id),
  );
  return { tasks: await described(trx, shown, now), counts, more: rows.length > pageSize };
}

async function described(trx: Trx, rows: readonly ListedRow[], now: Date): Promise<ListedTask[]> {
  const { cases, services, steps, bodies, calendars } = await readFacts(trx, rows);
  return rows.flatMap(({ term, step_code: _, ...row }) => {
    const found = cases.get(row.case_id);
    const definition = found && services.get(found.service_version_id)?.definition;
    if (!definition) return [];
    const stepCode = steps.get(row.task_id) ?? '';
    return {
      ...row,
      code: found.code,
      customer: found.customer_name,
      address: found.address,
      service: definition.name,
      step: definition.steps.find(({ code }) => code === stepCode)?.name ?? { vi: stepCode, en: stepCode },
      body: bodies.get(row.unit_code) ?? { vi: row.unit_code, en: row.unit_code },
      daysLeft: daysBetween(calendars.get(acting.readLimit(term)?.calendar ?? ''), row.due_at, now),
      late: row.due_at !== null && row.due_at < now,
    };
  });
}

/** What all rows of a page need, each kind read once: the page asks as often for two hundred rows as for one. */
async function readFacts(trx: Trx, rows: readonly ListedRow[]) {
  const cases = await casesOf(
    trx,
    rows.map(({ case_id }) => case_id),
  );
  const steps = await stepCodes(
    trx,
    rows.map(({ task_id }) => task_id),
  );
  const units = await listUnits(trx, { closedToo: true, kind: 'agency' });
  const versions = cases.map(({ service_version_id }) => service_version_id);
  return {
    cases: new Map(cases.map((one) => [one.id, one])),
    services: await readServiceVersions(trx, versions),
    steps: new Map(steps.map((one) => [one.id, one.step_code])),
    bodies: new Map(units.map(({ code, name }) => [code, name])),
    calendars: await currentCalendars(trx, new Map()),
  };
}

/** In working days of the calendar the step is counted by: to the due day when there is time, from it when it is late. */
export async function daysLeft(trx: Trx, term: unknown, due: Date | null, now: Date): Promise<number | null> {
  const limit = acting.readLimit(term);
  return due && limit ? daysBetween(await currentCalendar(trx, limit.calendar), due, now) : null;
}

function daysBetween(calendar: CalendarVersion | undefined, due: Date | null, now: Date): number | null {
  if (!due || !calendar) return null;
  const [from, to] = due < now ? [due, now] : [now, due];
  return workingDaysBetween(calendar, from.getTime(), to.getTime());
}
