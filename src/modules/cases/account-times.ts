import { currentCalendar, readServiceVersion } from '#modules/catalogue/index.ts';
import { type Calendar, workingMinutesBetween } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { ownLimit } from './own-limit.ts';
import { type CaseRow, listPauses, listTasks, type TaskRow } from './queries.ts';
import { listTransfers, listTurns, replacePartyTimes } from './queries-turns.ts';
import { type History, type PartyTime, parties, partyTimes } from './rules/party-times.ts';
import { readLimit } from './stored-limit.ts';

/** Whose turn a case has been at, and how its working time is counted. */
export type Ledger = { history: History; working(step: string, from: number, to: number): number };

/** Whose time a case has taken up to its finish, or up to now. */
export async function readPartyTimes(trx: Trx, found: CaseRow, now: Date): Promise<PartyTime[]> {
  const { history, working } = await readLedger(trx, found, now);
  return partyTimes(history, working);
}

export async function readLedger(trx: Trx, found: CaseRow, now: Date): Promise<Ledger> {
  const tasks = await listTasks(trx, found.id);
  return {
    history: await readHistory(trx, found, tasks, now),
    working: await workingTime(trx, found, tasks),
  };
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
async function readHistory(trx: Trx, found: CaseRow, steps: readonly TaskRow[], now: Date): Promise<History> {
  const transfers = await listTransfers(trx, found.id);
  const pauses = await listPauses(trx, found.id);
  const turns = await listTurns(trx, found.id);
  const tasks = new Map(steps.map((task) => [task.id, task]));
  const opened = found.opened_at.getTime();
  return {
    from: opened,
    to: (found.finished_at ?? found.closed_at ?? now).getTime(),
    turns: turns.map((turn) => ({
      counted: isCounted(turn, tasks.get(turn.task_id ?? '')),
      from: turn.started_at.getTime(),
      to: turn.ended_at?.getTime() ?? null,
      taskId: turn.task_id,
      party: parties.find((one) => one === turn.party) ?? 'unit',
      unit: turn.unit_code ?? '',
      step: turn.step_code,
    })),
    holders: [
      { since: opened, unit: transfers[0]?.from_unit ?? found.unit_code },
      ...transfers.map(({ at, to_unit }) => ({ since: at.getTime(), unit: to_unit })),
    ],
    ended: pauses
      .filter(({ reason }) => reason === 'ended')
      .map((pause) => ({ from: pause.started_at.getTime(), to: pause.ended_at?.getTime() ?? null })),
  };
}

/** What a State body gave back to the utility counts, whether or not the body's own work does. */
const isCounted = ({ party }: { party: string }, task: TaskRow | undefined): boolean =>
  !task || task.counted || party !== task.level;

/** Each step by the calendar of its own limit, all else by that of the case. */
async function workingTime(trx: Trx, found: CaseRow, tasks: readonly TaskRow[]): Promise<Ledger['working']> {
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const own: Calendar = await currentCalendar(trx, ownLimit(found, definition).calendar);
  const byCode = new Map([[own.code, own]]);
  const byStep = new Map<string, Calendar>();
  for (const { step_code, term } of tasks) {
    const code = readLimit(term)?.calendar ?? own.code;
    const calendar = byCode.get(code) ?? (await currentCalendar(trx, code));
    byCode.set(code, calendar);
    byStep.set(step_code, calendar);
  }
  return (step, from, to) => workingMinutesBetween(byStep.get(step) ?? own, from, to);
}
