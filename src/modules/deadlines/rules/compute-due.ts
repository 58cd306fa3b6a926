import {
  addDays,
  type CalendarVersion,
  type Day,
  dayOf,
  dayOfReceipt,
  exceptionOn,
  type Limit,
  ordinaryIntervalsOf,
} from '#platform/calendar/index.ts';
import { type Counted, countDays, countTime } from './count.ts';
import type { Derivation, Pause, Span } from './derivation.ts';
import { restsOf } from './rests.ts';

export type DueRequest = {
  startedAt: Date;
  limit: Limit;
  calendar: CalendarVersion;
  pauses: readonly Pause[];
};

/** When a term ends, and why. Refused where the calendar does not know the days it needs. */
export function computeDue({ startedAt, limit, calendar, pauses }: DueRequest): Derivation {
  const own = pauses.filter(({ to }) => to === null || Date.parse(to) > startedAt.getTime());
  const rests = restsOf(own);
  const counted =
    limit.unit === 'working_days'
      ? countDays(calendar, startedAt, limit.amount, rests)
      : countTime(calendar, startedAt, limit, rests);
  const receivedOn = limit.unit === 'working_days' ? dayOfReceipt(calendar, startedAt) : undefined;
  const days =
    limit.unit === 'minutes'
      ? { daysOff: [] }
      : namedDays(calendar, startedAt, lastDay(calendar, counted, rests));
  return {
    dueAt: counted.end === null ? null : new Date(counted.end).toISOString(),
    ...(counted.end === null ? { remaining: spanOf(limit.unit, counted.left) } : {}),
    startedAt: startedAt.toISOString(),
    ...(receivedOn && receivedOn !== dayOf(calendar, startedAt) ? { receivedOn } : {}),
    limit,
    calendar: { code: calendar.code, version: calendar.version, name: calendar.name },
    timezone: calendar.timezone,
    pauses: own,
    ...(counted.rested > 0 ? { paused: spanOf(limit.unit, counted.rested) } : {}),
    ...days,
    ...(counted.movedFrom ? { movedFrom: counted.movedFrom } : {}),
  };
}

function spanOf(unit: Limit['unit'], amount: number): Span {
  if (unit === 'working_days') return { amount, unit };
  return { amount: Math.floor(amount / 60_000), unit: unit === 'minutes' ? unit : 'working_minutes' };
}

/** The last day looked at: the end of the term, or the day on which the clock came to rest. */
function lastDay(calendar: CalendarVersion, counted: Counted, rests: { from: number }[]): Day {
  return dayOf(calendar, new Date(counted.end ?? rests.at(-1)?.from ?? 0));
}

function namedDays(calendar: CalendarVersion, startedAt: Date, last: Day) {
  const daysOff: Derivation['daysOff'] = [];
  const daysWorked: Derivation['daysOff'] = [];
  for (let day = addDays(dayOf(calendar, startedAt), 1); day <= last; day = addDays(day, 1)) {
    const exception = exceptionOn(calendar, day);
    if (!exception) continue;
    if (exception.intervals.length === 0) daysOff.push({ date: day, name: exception.name });
    else if (ordinaryIntervalsOf(calendar, day).length === 0)
      daysWorked.push({ date: day, name: exception.name });
  }
  return { daysOff, ...(daysWorked.length > 0 ? { daysWorked } : {}) };
}
