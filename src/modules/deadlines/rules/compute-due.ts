import {
  addMinutes,
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  dayOf,
  type End,
  type Limit,
  type Stretch,
} from '#platform/calendar/index.ts';
import type { Derivation, Pause } from './derivation.ts';

export type Term = { startedAt: Date; limit: Limit; calendar: Calendar; pauses: readonly Pause[] };

/** When a limit runs out, and why just then. */
export function computeDue({ startedAt, limit, calendar, pauses }: Term): Derivation {
  const end = endOf(startedAt.getTime(), limit, calendar, pauses.map(asStretch));
  return {
    dueAt: end.at === null ? null : new Date(end.at).toISOString(),
    ...(end.at === null ? { remaining: end.remaining } : {}),
    startedAt: startedAt.toISOString(),
    limit,
    calendar: { code: calendar.code, version: calendar.version },
    pauses: [...pauses],
    ...(limit.unit === 'minutes'
      ? { daysOff: [], daysWorked: [] }
      : exceptionsWithin(calendar, startedAt.getTime(), end)),
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

function exceptionsWithin(
  calendar: Calendar,
  start: number,
  end: End,
): Pick<Derivation, 'daysOff' | 'daysWorked'> {
  if (end.at === null) return { daysOff: [], daysWorked: [] };
  const [first, last] = [dayOf(calendar, start).toString(), dayOf(calendar, end.at).toString()];
  const within = calendar.exceptions.filter(({ date }) => date > first && date <= last);
  const named = (list: typeof within) => list.map(({ date, name }) => ({ date, name }));
  return {
    daysOff: named(within.filter(({ intervals }) => intervals.length === 0)),
    daysWorked: named(within.filter(({ intervals }) => intervals.length > 0)),
  };
}

export type Recomputed = { derivation: Derivation; moved: boolean };

/** The same term under another version of its calendar. The stored derivation is not touched: the new one goes beside it. */
export function recompute(stored: Derivation, calendar: Calendar): Recomputed {
  const { startedAt, limit, pauses } = stored;
  const derivation = computeDue({ startedAt: new Date(startedAt), limit, calendar, pauses });
  return { derivation, moved: derivation.dueAt !== stored.dueAt };
}
