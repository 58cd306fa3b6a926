import {
  addMinutes,
  addWorkingMinutes,
  type Calendar,
  type Limit,
  workingMinutesBetween,
} from '#platform/calendar/index.ts';
import { asStretch, computeDue } from './compute-due.ts';
import type { Derivation } from './derivation.ts';

export const levels = ['warning', 'overdue', 'company', 'corporation'] as const;
/** Warned before, overdue, told to the company, told to the corporation. */
export type Level = (typeof levels)[number];
export type Milestone = { level: Level; at: Date };

/** When who is told; `null`: never. From the profile, dated. */
export type Escalation = {
  warnAtShare: number;
  toCompanyAfter: Limit | null;
  toCorporationAfter: Limit | null;
};

/** Calendars by code: that of the term, and those by which the escalation counts. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** The moments at which somebody must be told of a term, in order; none while it is paused. */
export function milestones(
  derivation: Derivation,
  calendars: Calendars,
  escalation: Escalation,
): Milestone[] {
  if (derivation.dueAt === null) return [];
  const due = new Date(derivation.dueAt);
  const later = (level: Level, limit: Limit | null): Milestone[] => {
    if (!limit) return [];
    const { dueAt } = computeDue({
      startedAt: due,
      limit,
      calendar: named(calendars, limit.calendar),
      // Nobody is told higher up while the customer is waited for, nor of the time a case was over.
      pauses: derivation.pauses,
    });
    return dueAt === null ? [] : [{ level, at: new Date(dueAt) }];
  };
  const own = named(calendars, derivation.calendar.code);
  return [
    { level: 'warning', at: warnAt(derivation, due, own, escalation.warnAtShare) },
    { level: 'overdue', at: due },
    ...later('company', escalation.toCompanyAfter),
    ...later('corporation', escalation.toCorporationAfter),
  ];
}

function named(calendars: Calendars, code: string): Calendar {
  const calendar = calendars.get(code);
  if (!calendar) throw new Error(`no calendar '${code}' was given`);
  return calendar;
}

/** When the given share of the term's own kind of time has passed. */
function warnAt(derivation: Derivation, due: Date, calendar: Calendar, share: number): Date {
  const start = Date.parse(derivation.startedAt);
  const pauses = derivation.pauses.map(asStretch);
  const end =
    derivation.limit.unit === 'minutes'
      ? addMinutes(start, derivation.limit.amount * share, pauses)
      : addWorkingMinutes(
          calendar,
          start,
          workingMinutesBetween(calendar, start, due.getTime(), pauses) * share,
          pauses,
        );
  return end.at === null ? due : new Date(end.at);
}

export type DeadlineState = 'paused' | 'on_time' | Level;

/** Where a term stands now. */
export function deadlineState(
  derivation: Derivation,
  calendars: Calendars,
  escalation: Escalation,
  now: Date,
): DeadlineState {
  if (derivation.dueAt === null) return 'paused';
  const passed = milestones(derivation, calendars, escalation).filter(({ at }) => at <= now);
  return passed.at(-1)?.level ?? 'on_time';
}
