import { Temporal } from 'temporal-polyfill';
import { defineReasons, refuse } from '../refused.ts';
import type { Calendar, CalendarException, Interval, Weekday } from './types.ts';

export const calendarReasons = defineReasons({
  calendar_ends: {
    status: 503,
    vi: '“{vi}” chỉ có từ ngày {from} đến ngày {to}, không tính được thời hạn cho ngày {day}. Chưa lưu gì cả: xin báo quản trị viên nạp lịch mới rồi làm lại.',
    en: 'The calendar “{en}” runs from {from} to {to} and cannot count {day}. Nothing was saved: please ask an administrator to load a newer one, then try again.',
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
    const { name, validFrom, validTo } = calendar;
    throw refuse(calendarReasons.calendar_ends, { ...name, from: validFrom, to: validTo, day: date });
  }
  return exceptionOn(calendar, day)?.intervals ?? ordinaryIntervalsOn(calendar, day);
}

/** What is worked by the week alone, whatever is said of the dated day. */
export function ordinaryIntervalsOn(calendar: Calendar, day: Temporal.PlainDate): readonly Interval[] {
  const weekday = weekdays[day.dayOfWeek - 1];
  return weekday ? calendar.week[weekday] : [];
}

/** Of a day as a date or as written, '2018-02-14'. */
export const isWorkingDay = (calendar: Calendar, day: Temporal.PlainDate | string): boolean =>
  intervalsOn(calendar, Temporal.PlainDate.from(day)).length > 0;

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

/** The day that counts as the day of receipt: the one it came in on, unless the calendar moves what comes after hours. */
export function dayOfReceipt(calendar: Calendar, instant: number): Temporal.PlainDate {
  let day = dayOf(calendar, instant);
  if (calendar.receiptAfterHours !== 'next_working_day') return day;
  if (isWorkingDay(calendar, day) && instant <= closeOf(calendar, day)) return day;
  do day = day.add({ days: 1 });
  while (!isWorkingDay(calendar, day));
  return day;
}
