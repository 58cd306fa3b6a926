import { currentCalendar, readServiceVersion } from '#modules/catalogue/index.ts';
import { type Calendar, workingMinutesBetween } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { ownLimit } from './own-limit.ts';
import { type CaseRow, listTasks, type TaskRow } from './queries.ts';
import { listEndsOf, listTaskLevelsOf, listTransfersOf, listTurnsOf } from './queries-histories.ts';
import { replacePartyTimes } from './queries-turns.ts';
import { type History, type PartyTime, parties, partyTimes } from './rules/party-times.ts';
import { readLimit } from './stored-limit.ts';

/** Whose time a case has taken up to its finish, or up to now. */
export async function readPartyTimes(trx: Trx, found: CaseRow, now: Date): Promise<PartyTime[]> {
  return partyTimes(await readHistory(trx, found, now), await workingTime(trx, found));
}

/** Keeps what each party's part came to, for the boards; done again whenever a case is finished or ends anew. */
export async function accountTimes(trx: Trx, found: CaseRow, now: Date): Promise<void> {
  const times = await readPartyTimes(trx, found, now);
  await replacePartyTimes(
    trx,
    found.id,
    times.map(({ party, unit, step, counted, elapsedMs, workingMinutes }) => ({
      case_id: found.id,
      party,
      unit_code: unit,
      step_code: step,
      counted,
      elapsed_ms: elapsedMs,
      working_minutes: workingMinutes.toFixed(4),
    })),
  );
}

/** Whose turn it was from the opening to the finish, or to now. */
export async function readHistory(trx: Trx, found: CaseRow, now: Date): Promise<History> {
  const [history] = await readHistories(trx, [found], now);
  if (!history) throw new Error(`no history of case ${found.code}`);
  return history;
}

/** As `readHistory`, one for each case, in their order; the number of statements is that of one. */
export async function readHistories(trx: Trx, cases: readonly CaseRow[], now: Date): Promise<History[]> {
  const ids = cases.map(({ id }) => id);
  const transfers = Map.groupBy(await listTransfersOf(trx, ids), ofCase);
  const ends = Map.groupBy(await listEndsOf(trx, ids), ofCase);
  const turns = Map.groupBy(await listTurnsOf(trx, ids), ofCase);
  const tasks = new Map((await listTaskLevelsOf(trx, ids)).map((task) => [task.id, task]));
  return cases.map((found) => ({
    from: found.opened_at.getTime(),
    to: (found.finished_at ?? found.closed_at ?? now).getTime(),
    turns: (turns.get(found.id) ?? []).map((turn) => ({
      counted: isCounted(turn, tasks.get(turn.task_id ?? '')),
      ...stretchOf(turn),
      taskId: turn.task_id,
      party: parties.find((one) => one === turn.party) ?? 'unit',
      unit: turn.unit_code ?? '',
      step: turn.step_code,
    })),
    holders: holdersOf(found, transfers.get(found.id) ?? []),
    ended: (ends.get(found.id) ?? []).map(stretchOf),
  }));
}

const ofCase = ({ case_id }: { case_id: string }): string => case_id;
const stretchOf = ({ started_at, ended_at }: { started_at: Date; ended_at: Date | null }) => ({
  from: started_at.getTime(),
  to: ended_at?.getTime() ?? null,
});

const holdersOf = (
  found: CaseRow,
  transfers: readonly { from_unit: string; to_unit: string; at: Date }[],
): History['holders'] => [
  { since: found.opened_at.getTime(), unit: transfers[0]?.from_unit ?? found.unit_code },
  ...transfers.map(({ at, to_unit }) => ({ since: at.getTime(), unit: to_unit })),
];

/** What a State body gave back to the utility counts, whether or not the body's own work does. */
const isCounted = (
  { party }: { party: string },
  task: Pick<TaskRow, 'counted' | 'level'> | undefined,
): boolean => !task || task.counted || party !== task.level;

/** Each step by the calendar of its own limit, all else by that of the case. */
export async function workingTime(trx: Trx, found: CaseRow) {
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const own: Calendar = await currentCalendar(trx, ownLimit(found, definition).calendar);
  const byCode = new Map([[own.code, own]]);
  const byStep = new Map<string, Calendar>();
  for (const { step_code, term } of await listTasks(trx, found.id)) {
    const code = readLimit(term)?.calendar ?? own.code;
    const calendar = byCode.get(code) ?? (await currentCalendar(trx, code));
    byCode.set(code, calendar);
    byStep.set(step_code, calendar);
  }
  return (step: string, from: number, to: number) => workingMinutesBetween(byStep.get(step) ?? own, from, to);
}
