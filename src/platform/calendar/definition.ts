import type { Text } from '../text.ts';

/** Hours worked on end, `['07:30', '11:30']`; a day that runs to midnight ends at `24:00`. */
export type Interval = readonly [from: string, to: string];
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A dated day that differs from its weekday; without intervals it is a day off. */
export type CalendarException = { date: string; intervals: readonly Interval[]; name: Text; source: string };

export type CalendarDefinition = {
  code: string;
  timezone: string;
  name: Text;
  week: Readonly<Record<Weekday, readonly Interval[]>>;
  exceptions: readonly CalendarException[];
  validFrom: string;
  /** The last day it knows, inclusive. */
  validTo: string;
  /**
   * An office may say that what comes in after closing, or on a day off, counts as received on the next working day.
   * No law says so for every office, so a calendar that says nothing does not.
   */
  receiptAfterHours?: 'same_day' | 'next_working_day';
};

/** A calendar as it was known at a time. */
export type CalendarVersion = CalendarDefinition & { version: number };

export type LimitUnit = 'working_days' | 'working_hours' | 'minutes';
/** How long something may take, by which calendar, and which document says so. */
export type Limit = {
  amount: number;
  unit: LimitUnit;
  calendar: string;
  source: string;
  uncertain?: boolean;
};
