import { Temporal } from 'temporal-polyfill';
import type { CalendarDefinition, CalendarException, Interval, Weekday } from './definition.ts';
import { notCovered } from './reasons.ts';

/** A day as written, `2018-02-14`, in the calendar's zone; days compare as text. */
export type Day = string;

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The day that an instant falls on where the calendar holds. */
export const dayOf = (calendar: CalendarDefinition, at: Date): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(calendar.timezone)
    .toPlainDate()
    .toString();

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** 1 Monday … 7 Sunday */
export const weekdayNumber = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

/** What is worked on a day by the week alone, whatever the dated exceptions say. */
export const ordinaryIntervalsOf = (calendar: CalendarDefinition, day: Day): readonly Interval[] =>
  calendar.week[weekdays[weekdayNumber(day) - 1] ?? 'mon'];

const exceptionsByDay = new WeakMap<CalendarDefinition, Map<Day, CalendarException>>();

/** The dated exception of a day; undefined where the week holds. */
export function exceptionOn(calendar: CalendarDefinition, day: Day): CalendarException | undefined {
  const known = exceptionsByDay.get(calendar) ?? new Map(calendar.exceptions.map((one) => [one.date, one]));
  exceptionsByDay.set(calendar, known);
  return known.get(day);
}

/** The hours worked on a day, none on a day off. Refused for a day the calendar does not know. */
export function workingIntervalsOf(calendar: CalendarDefinition, day: Day): readonly Interval[] {
  if (day < calendar.validFrom || day > calendar.validTo) throw notCovered(calendar, day);
  return exceptionOn(calendar, day)?.intervals ?? ordinaryIntervalsOf(calendar, day);
}

export const isWorkingDay = (calendar: CalendarDefinition, day: Day): boolean =>
  workingIntervalsOf(calendar, day).length > 0;

/** The first working day after this one. */
export function nextWorkingDay(calendar: CalendarDefinition, day: Day): Day {
  let next = addDays(day, 1);
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

/** Civil Code 2015, Art. 147-148: the day of the event is not counted; the last day is always a working day. */
export function addWorkingDays(calendar: CalendarDefinition, day: Day, amount: number): Day {
  let last = day;
  for (let counted = 0; counted < amount; counted++) last = nextWorkingDay(calendar, last);
  return last;
}
