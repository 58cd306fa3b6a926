import { acting } from '#modules/cases/index.ts';
import { currentCalendar, readServiceVersion } from '#modules/catalogue/index.ts';
import { type Actor, listUnits } from '#modules/organisation/index.ts';
import { workingDaysBetween } from '#platform/calendar/index.ts';
import { admitCase, type Trx } from '#platform/postgres/in-scope.ts';
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

/** What lies with the bodies of an officer at one stage. Cases are admitted one by one, so that nothing else of them is seen. */
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
  for (const { case_id } of shown) await admitCase(trx, case_id);
  return { tasks: await described(trx, shown, now), counts, more: rows.length > pageSize };
}

async function described(trx: Trx, rows: readonly ListedRow[], now: Date): Promise<ListedTask[]> {
  const cases = new Map(
    (
      await casesOf(
        trx,
        rows.map(({ case_id }) => case_id),
      )
    ).map((one) => [one.id, one]),
  );
  const steps = new Map(
    (
      await stepCodes(
        trx,
        rows.map(({ task_id }) => task_id),
      )
    ).map((one) => [one.id, one.step_code]),
  );
  const bodies = new Map(
    (await listUnits(trx, { closedToo: true, kind: 'agency' })).map(({ code, name }) => [code, name]),
  );
  const tasks: ListedTask[] = [];
  for (const { term, step_code: _, ...row } of rows) {
    const found = cases.get(row.case_id);
    if (!found) continue;
    const { definition } = await readServiceVersion(trx, found.service_version_id);
    const stepCode = steps.get(row.task_id) ?? '';
    tasks.push({
      ...row,
      code: found.code,
      customer: found.customer_name,
      address: found.address,
      service: definition.name,
      step: definition.steps.find(({ code }) => code === stepCode)?.name ?? { vi: stepCode, en: stepCode },
      body: bodies.get(row.unit_code) ?? { vi: row.unit_code, en: row.unit_code },
      daysLeft: await daysLeft(trx, term, row.due_at, now),
      late: row.due_at !== null && row.due_at < now,
    });
  }
  return tasks;
}

/** In working days of the calendar the step is counted by: to the due day when there is time, from it when it is late. */
export async function daysLeft(trx: Trx, term: unknown, due: Date | null, now: Date): Promise<number | null> {
  const limit = acting.readLimit(term);
  if (!due || !limit) return null;
  const calendar = await currentCalendar(trx, limit.calendar);
  const [from, to] = due < now ? [due, now] : [now, due];
  return workingDaysBetween(calendar, from.getTime(), to.getTime());
}
