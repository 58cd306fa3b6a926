import type { Text } from '../text.ts';

/** From and to on one day, 'HH:MM' in the calendar's own zone; '24:00' is the end of the day. */
export type Interval = [string, string];
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type CalendarException = { date: string; intervals: Interval[]; name: Text; source: string };

/** The hours of each weekday, and the dated days that differ: off without intervals, worked with them. */
export type CalendarDefinition = {
  code: string;
  timezone: string;
  name: Text;
  week: Record<Weekday, Interval[]>;
  exceptions: CalendarException[];
  validFrom: string;
  validTo: string;
  /**
   * An office may say that what comes in after its close, or on a day off, counts as received on the next working day.
   * No law found says so for every office: a calendar that says nothing takes the day on which it came in.
   */
  receiptAfterHours?: 'same_day' | 'next_working_day' | undefined;
};
/** A calendar as it was known at a time. */
export type Calendar = CalendarDefinition & { version: number };

export type LimitUnit = 'working_days' | 'working_hours' | 'minutes';
export type Limit = {
  amount: number;
  unit: LimitUnit;
  calendar: string;
  source: string;
  uncertain?: boolean | undefined;
};

/** A stretch of time, `to` null while it lasts; instants in milliseconds since 1970. */
export type Stretch = { from: number; to: number | null };
