import { addDays, dayOf, isWorkingDay } from './days.ts';
import type { CalendarDefinition } from './definition.ts';
import { type Span, workingSpans } from './time.ts';

const hour = 3_600_000;

/** The instant at which so many milliseconds of these spans are used up; null where they do not hold so many. */
export function useUp(spans: Iterable<Span>, amount: number): number | null {
  let left = amount;
  for (const { from, to } of spans) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return null;
}

/** Working hours over the intervals of the days; begun outside hours, the first interval after it starts the count. */
export function addWorkingHours(calendar: CalendarDefinition, from: Date, hours: number): Date {
  const end = useUp(workingSpans(calendar, from.getTime()), hours * hour);
  return new Date(end ?? Number.NaN);
}

/** Minutes by the clock, whatever the calendar says. */
export const addMinutes = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

/** Working time between two instants in milliseconds; 0 when the second is not after the first. */
export function workingTimeBetween(calendar: CalendarDefinition, from: Date, to: Date): number {
  let total = 0;
  for (const span of workingSpans(calendar, from.getTime(), to.getTime())) total += span.to - span.from;
  return total;
}

/** Working days used between two instants: the day of the first is not counted, the day of the second is. */
export function workingDaysBetween(calendar: CalendarDefinition, from: Date, to: Date): number {
  const last = dayOf(calendar, to);
  let counted = 0;
  for (let day = addDays(dayOf(calendar, from), 1); day <= last; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) counted++;
  return counted;
}
