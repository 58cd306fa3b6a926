import type { CalendarException, Limit } from '#platform/calendar/index.ts';

/** Time that does not count, with its reason and the document that shows it. `to: null`: it still runs. */
export type Pause = { from: string; to: string | null; reason: string; document?: string };
type NamedDay = { date: string; name: CalendarException['name'] };
/** Whole working days, or minutes of working time, or minutes by the clock. */
export type Span = { amount: number; unit: 'working_days' | 'working_minutes' | 'minutes' };

/** How a due time came about; stored beside it, so that it can be read and checked years later. */
export type Derivation = {
  /** null: the clock rests, and nobody knows yet when the term ends; `remaining` says what is left of it. */
  dueAt: string | null;
  remaining?: Span;
  startedAt: string;
  /** The day taken as the day of receipt, where it is not the day it came in. */
  receivedOn?: string;
  limit: Limit;
  calendar: { code: string; version: number; name: CalendarException['name'] };
  timezone: string;
  pauses: Pause[];
  /** The time of the limit's own unit that fell into pauses, overlapping ones once. */
  paused?: Span;
  /** The dated days off between start and end; the ordinary days off of the week are not named. */
  daysOff: NamedDay[];
  /** Days worked although their weekday is off. */
  daysWorked?: NamedDay[];
  /** The day on which the term would have ended had it not been a day off. */
  movedFrom?: string;
};
