import type { Temporal } from 'temporal-polyfill';
import { closeOf, dayOf, dayOfReceipt, instantAt, intervalsOn, isWorkingDay } from './day.ts';
import { merge, subtract } from './stretches.ts';
import type { Calendar, Stretch } from './types.ts';

/** Where a term ends, or that it cannot end while a pause lasts and how much of it is left. */
export type End = { at: number } | { at: null; remaining: number };

const restsAt = (pauses: readonly Stretch[], instant: number) =>
  pauses.find(({ from, to }) => from <= instant && (to === null || instant < to));

/**
 * The close of the n-th working day that counts. The day of the event is not one (Civil Code 2015, articles 147 and 148),
 * nor is a day at whose close the clock rests. The end can fall on no day off, because only working days are counted.
 */
export function addWorkingDays(
  calendar: Calendar,
  start: number,
  amount: number,
  pauses: readonly Stretch[] = [],
): End {
  let day = dayOfReceipt(calendar, start);
  for (let left = amount; ; ) {
    day = day.add({ days: 1 });
    if (!isWorkingDay(calendar, day)) continue;
    const close = closeOf(calendar, day);
    const pause = restsAt(pauses, close);
    if (pause?.to === null) return { at: null, remaining: left };
    if (!pause) left -= 1;
    if (left === 0) return { at: close };
  }
}

/** When so many working minutes have passed, over intervals and days. */
export function addWorkingMinutes(
  calendar: Calendar,
  start: number,
  minutes: number,
  pauses: readonly Stretch[] = [],
): End {
  const merged = merge(pauses);
  const endless = merged.at(-1)?.to === null ? (merged.at(-1)?.from ?? Infinity) : Infinity;
  let left = minutes * 60_000;
  for (let day = dayOf(calendar, start); ; day = day.add({ days: 1 })) {
    for (const [from, to] of workOf(calendar, day, start, merged)) {
      if (left <= to - from) return { at: from + left };
      left -= to - from;
    }
    if (instantAt(calendar, day, '24:00') > endless) return { at: null, remaining: left / 60_000 };
  }
}

/** When so many minutes have passed, day and night. */
export function addMinutes(start: number, minutes: number, pauses: readonly Stretch[] = []): End {
  let left = minutes * 60_000;
  for (const [from, to] of subtract(start, Infinity, merge(pauses))) {
    if (left <= to - from) return { at: from + left };
    left -= to - from;
  }
  return { at: null, remaining: left / 60_000 };
}

const workOf = (calendar: Calendar, day: Temporal.PlainDate, start: number, merged: readonly Stretch[]) =>
  intervalsOn(calendar, day).flatMap(([from, to]) =>
    subtract(Math.max(start, instantAt(calendar, day, from)), instantAt(calendar, day, to), merged),
  );

/** How many working days lie after the day of receipt of `from` up to and with the day of `to`. */
export function workingDaysBetween(calendar: Calendar, from: number, to: number): number {
  const last = dayOf(calendar, to).toString();
  let days = 0;
  for (
    let day = dayOfReceipt(calendar, from).add({ days: 1 });
    day.toString() <= last;
    day = day.add({ days: 1 })
  )
    if (isWorkingDay(calendar, day)) days += 1;
  return days;
}

/** How many working minutes lie between two instants, pauses left out. */
export function workingMinutesBetween(
  calendar: Calendar,
  from: number,
  to: number,
  pauses: readonly Stretch[] = [],
): number {
  const merged = merge(pauses);
  const last = dayOf(calendar, to).toString();
  let total = 0;
  for (let day = dayOf(calendar, from); day.toString() <= last; day = day.add({ days: 1 }))
    for (const [a, b] of workOf(calendar, day, from, merged)) total += Math.max(0, Math.min(b, to) - a);
  return total / 60_000;
}
