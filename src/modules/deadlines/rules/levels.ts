import {
  type CalendarVersion,
  dayOfReceipt,
  instantOf,
  type Limit,
  useUp,
} from '#platform/calendar/index.ts';
import { computeDue } from './compute-due.ts';
import { lengthOf, runs } from './count.ts';
import type { Derivation } from './derivation.ts';
import { restsOf, without } from './rests.ts';

export const levels = ['warning', 'overdue', 'escalate_company', 'escalate_corporation'] as const;
export type Level = (typeof levels)[number];
export type DeadlineState = 'on_time' | Level;

/** When to warn, by the share of the time used, and how long after the due time the company and the corporation hear of it. */
export type Escalation = {
  warnAtShare: number;
  toCompanyAfter: Limit | null;
  toCorporationAfter: Limit | null;
};
/** Calendars by code, the one of the derivation among them. */
export type Calendars = (code: string) => CalendarVersion;

/** The instant at which each level begins; none while the clock rests, and none for a level that is not set. */
export function levelTimes(
  derivation: Derivation,
  escalation: Escalation,
  calendars: Calendars,
): { level: Level; at: Date }[] {
  if (derivation.dueAt === null) return [];
  const due = new Date(derivation.dueAt);
  const times: [Level, Date | null][] = [
    ['warning', warningAt(derivation, due, escalation.warnAtShare, calendars(derivation.calendar.code))],
    ['overdue', due],
    ['escalate_company', after(derivation, due, escalation.toCompanyAfter, calendars)],
    ['escalate_corporation', after(derivation, due, escalation.toCorporationAfter, calendars)],
  ];
  return times.flatMap(([level, at]) => (at ? [{ level, at }] : []));
}

/** How a term stands: the last level that has begun. The due moment itself is still in time. */
export function deadlineState(
  derivation: Derivation,
  now: Date,
  escalation: Escalation,
  calendars: Calendars,
): DeadlineState {
  const begun = levelTimes(derivation, escalation, calendars).filter(({ at }) => now > at);
  return levels.findLast((level) => begun.some((one) => one.level === level)) ?? 'on_time';
}

/** Days count from the morning after receipt; the share is of working time, pauses left out. */
function warningAt(derivation: Derivation, due: Date, share: number, calendar: CalendarVersion): Date {
  const { unit } = derivation.limit;
  const received = new Date(derivation.startedAt);
  const start =
    unit === 'working_days'
      ? instantOf(calendar, dayOfReceipt(calendar, received), '24:00')
      : received.getTime();
  const counted = () => without(runs(calendar, unit, start, due.getTime()), restsOf(derivation.pauses));
  return new Date(useUp(counted(), lengthOf(counted()) * share) ?? due.getTime());
}

function after(derivation: Derivation, due: Date, limit: Limit | null, calendars: Calendars): Date | null {
  if (!limit) return null;
  const calendar = calendars(limit.calendar);
  const { dueAt } = computeDue({ startedAt: due, limit, calendar, pauses: derivation.pauses });
  return dueAt === null ? null : new Date(dueAt);
}
