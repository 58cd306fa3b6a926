import { Temporal } from 'temporal-polyfill';
import { defineReasons, refuse } from '../refused.ts';
import type { Calendar, CalendarException, Interval, Weekday } from './types.ts';

export const calendarReasons = defineReasons({
  calendar_ends: {
    status: 503,
    vi: 'Lịch làm việc “{calendar}” chỉ có từ {from} đến {to}, không tính được cho ngày {day}. Quản trị viên cần nạp lịch mới.',
    en: 'The calendar “{calendar}” runs from {from} to {to} and cannot count {day}. An administrator must load a newer one.',
  },
});

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The day on which an instant falls, in the calendar's zone. */
export const dayOf = (calendar: Calendar, instant: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(calendar.timezone).toPlainDate();

const byDate = new WeakMap<Calendar, Map<string, CalendarException>>();

/** What the calendar says of one dated day beside its week, if anything. */
export function exceptionOn(calendar: Calendar, day: Temporal.PlainDate): CalendarException | undefined {
  let known = byDate.get(calendar);
  if (!known) {
    known = new Map(calendar.exceptions.map((exception) => [exception.date, exception]));
    byDate.set(calendar, known);
  }
  return known.get(day.toString());
}

/** The working intervals of a day. Refuses a day that the calendar does not cover, rather than guess. */
export function intervalsOn(calendar: Calendar, day: Temporal.PlainDate): readonly Interval[] {
  const date = day.toString();
  if (date < calendar.validFrom || date > calendar.validTo) {
    const { code, validFrom, validTo } = calendar;
    throw refuse(calendarReasons.calendar_ends, { calendar: code, from: validFrom, to: validTo, day: date });
  }
  const weekday = weekdays[day.dayOfWeek - 1];
  return exceptionOn(calendar, day)?.intervals ?? (weekday ? calendar.week[weekday] : []);
}

export const isWorkingDay = (calendar: Calendar, day: Temporal.PlainDate): boolean =>
  intervalsOn(calendar, day).length > 0;

/** An hour of a day as an instant; '24:00' is the midnight that follows. */
export function instantAt(calendar: Calendar, day: Temporal.PlainDate, hour: string): number {
  const [date, time] = hour === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, hour];
  return date.toZonedDateTime({ timeZone: calendar.timezone, plainTime: time }).epochMilliseconds;
}

/** When work on a working day ends. */
export function closeOf(calendar: Calendar, day: Temporal.PlainDate): number {
  const last = intervalsOn(calendar, day).at(-1);
  return instantAt(calendar, day, last?.[1] ?? '24:00');
}
