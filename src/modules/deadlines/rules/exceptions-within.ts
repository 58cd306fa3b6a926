import { Temporal } from 'temporal-polyfill';
import {
  type Calendar,
  type CalendarException,
  dayOf,
  type LimitUnit,
  ordinaryIntervalsOn,
} from '#platform/calendar/index.ts';
import type { Derivation } from './derivation.ts';

type NamedDays = Pick<Derivation, 'daysOff' | 'daysWorked'>;

/** The dated days after the start that made a difference: off, or worked although their weekday is off. */
export function exceptionsWithin(
  calendar: Calendar,
  unit: LimitUnit,
  start: number,
  last: number,
): NamedDays {
  // Minutes run through holidays, so none is named.
  if (unit === 'minutes') return { daysOff: [], daysWorked: [] };
  const [first, until] = [dayOf(calendar, start).toString(), dayOf(calendar, last).toString()];
  const within = calendar.exceptions.filter(({ date }) => date > first && date <= until);
  return {
    daysOff: named(within.filter(({ intervals }) => intervals.length === 0)),
    daysWorked: named(within.filter((day) => day.intervals.length > 0 && isOrdinarilyOff(calendar, day))),
  };
}

const isOrdinarilyOff = (calendar: Calendar, { date }: CalendarException) =>
  ordinaryIntervalsOn(calendar, Temporal.PlainDate.from(date)).length === 0;

const named = (days: readonly CalendarException[]) => days.map(({ date, name }) => ({ date, name }));
