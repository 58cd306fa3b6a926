import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, dayOf, nextWorkingDay, workingIntervalsOf } from './days.ts';
import type { CalendarDefinition, Interval } from './definition.ts';

/** From one instant to another, in milliseconds since 1970. */
export type Span = { from: number; to: number };

const instant = (calendar: CalendarDefinition, day: Day, time: string): number =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: calendar.timezone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant().epochMilliseconds;

/** A wall-clock time of a day as an instant; `24:00` is the midnight after it. */
export const instantOf = (calendar: CalendarDefinition, day: Day, time: string): number =>
  time === '24:00' ? instant(calendar, addDays(day, 1), '00:00') : instant(calendar, day, time);

export const asSpan = (calendar: CalendarDefinition, day: Day, [from, to]: Interval): Span => ({
  from: instantOf(calendar, day, from),
  to: instantOf(calendar, day, to),
});

/** The close of the last interval of a day; null on a day off. */
export function closeOf(calendar: CalendarDefinition, day: Day): number | null {
  const last = workingIntervalsOf(calendar, day).at(-1);
  return last ? instantOf(calendar, day, last[1]) : null;
}

/** The day that counts as the day of receipt: where the calendar says so, after hours means the next working day. */
export function dayOfReceipt(calendar: CalendarDefinition, at: Date): Day {
  const day = dayOf(calendar, at);
  if (calendar.receiptAfterHours !== 'next_working_day') return day;
  const close = closeOf(calendar, day);
  return close === null || at.getTime() > close ? nextWorkingDay(calendar, day) : day;
}

/** The hours worked between two instants, one interval after the other. */
export function* workingSpans(
  calendar: CalendarDefinition,
  from: number,
  until = Number.POSITIVE_INFINITY,
): Generator<Span> {
  for (let day = dayOf(calendar, new Date(from)); ; day = addDays(day, 1)) {
    if (until < Number.POSITIVE_INFINITY && instantOf(calendar, day, '00:00') >= until) return;
    for (const interval of workingIntervalsOf(calendar, day)) {
      const span = asSpan(calendar, day, interval);
      const cut = { from: Math.max(span.from, from), to: Math.min(span.to, until) };
      if (cut.from < cut.to) yield cut;
    }
  }
}
