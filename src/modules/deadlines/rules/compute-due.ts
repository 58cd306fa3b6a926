import {
  addMinutes,
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  dayOf,
  dayOfReceipt,
  type End,
  type Limit,
  type Stretch,
  workingDaysBetween,
  workingMinutesBetween,
} from '#platform/calendar/index.ts';
import type { Derivation, Pause } from './derivation.ts';
import { exceptionsWithin } from './exceptions-within.ts';
import { movedFrom } from './moved-from.ts';

export type Term = { startedAt: Date; limit: Limit; calendar: Calendar; pauses: readonly Pause[] };

/** When a limit runs out, and why just then. */
export function computeDue({ startedAt, limit, calendar, pauses }: Term): Derivation {
  const start = startedAt.getTime();
  const own = pauses.filter(({ to }) => to === null || Date.parse(to) > start);
  const stretches = own.map(asStretch);
  const end = endOf(start, limit, calendar, stretches);
  return {
    ...ends(end, start, limit, calendar, stretches),
    startedAt: startedAt.toISOString(),
    ...(limit.unit === 'working_days' ? receipt(calendar, start) : {}),
    limit,
    calendar: { code: calendar.code, version: calendar.version, name: calendar.name },
    timezone: calendar.timezone,
    pauses: own,
    ...exceptionsWithin(calendar, limit.unit, start, lastLookedAt(end, stretches)),
  };
}

export const asStretch = (pause: Pause): Stretch => ({
  from: Date.parse(pause.from),
  to: pause.to === null ? null : Date.parse(pause.to),
});

function endOf(start: number, limit: Limit, calendar: Calendar, pauses: readonly Stretch[]): End {
  if (limit.unit === 'working_days') return addWorkingDays(calendar, start, limit.amount, pauses);
  if (limit.unit === 'working_hours') return addWorkingMinutes(calendar, start, limit.amount * 60, pauses);
  return addMinutes(start, limit.amount, pauses);
}

function ends(end: End, start: number, limit: Limit, calendar: Calendar, pauses: readonly Stretch[]) {
  if (end.at === null) return { dueAt: null, remaining: end.remaining };
  const paused = pausedFor(start, end.at, limit, calendar);
  const moved = limit.unit === 'working_days' ? movedFrom(calendar, start, end.at, pauses) : undefined;
  return {
    dueAt: new Date(end.at).toISOString(),
    ...(paused > 0 ? { paused } : {}),
    ...(moved ? { movedFrom: moved } : {}),
  };
}

/** All the time between start and end of the limit's own kind, less what the limit itself took. */
function pausedFor(start: number, end: number, { unit, amount }: Limit, calendar: Calendar): number {
  if (unit === 'working_days') return workingDaysBetween(calendar, start, end) - amount;
  if (unit === 'minutes') return Math.round((end - start) / 60_000 - amount);
  return Math.round(workingMinutesBetween(calendar, start, end) - amount * 60);
}

function receipt(calendar: Calendar, start: number): Pick<Derivation, 'receivedOn'> {
  const receivedOn = dayOfReceipt(calendar, start).toString();
  return receivedOn === dayOf(calendar, start).toString() ? {} : { receivedOn };
}

/** The end, or where the clock came to rest. */
const lastLookedAt = (end: End, pauses: readonly Stretch[]): number =>
  end.at ?? Math.min(...pauses.flatMap(({ from, to }) => (to === null ? [from] : [])));

export type Recomputed = { derivation: Derivation; moved: boolean };

/** The same term under another version of its calendar. The stored derivation is not touched: the new one goes beside it. */
export function recompute(stored: Derivation, calendar: Calendar): Recomputed {
  const { startedAt, limit, pauses } = stored;
  const derivation = computeDue({ startedAt: new Date(startedAt), limit, calendar, pauses });
  const moved = derivation.dueAt !== stored.dueAt || derivation.remaining !== stored.remaining;
  return { derivation, moved };
}
