import type { CalendarVersion } from '#platform/calendar/index.ts';
import { computeDue } from './compute-due.ts';
import type { Derivation } from './derivation.ts';

type NamedDays = Derivation['daysOff'];
/** What a new calendar version did to a term: where it ended, where it ends now, and which days made the difference. */
export type Difference = {
  calendar: { code: string; from: number; to: number };
  timezone: string;
  from: Pick<Derivation, 'dueAt' | 'remaining'>;
  to: Pick<Derivation, 'dueAt' | 'remaining'>;
  newlyOff: NamedDays;
  noLongerOff: NamedDays;
  newlyWorked: NamedDays;
  noLongerWorked: NamedDays;
};

/** The same term under another version of its calendar. The derivation given stays as it is; `null`: nothing moved. */
export function recompute(
  stored: Derivation,
  calendar: CalendarVersion,
): { derivation: Derivation; difference: Difference | null } {
  const { limit, pauses } = stored;
  const derivation = computeDue({ startedAt: new Date(stored.startedAt), limit, calendar, pauses });
  if (derivation.dueAt === stored.dueAt && derivation.remaining?.amount === stored.remaining?.amount)
    return { derivation, difference: null };
  const difference = {
    calendar: { code: calendar.code, from: stored.calendar.version, to: calendar.version },
    timezone: stored.timezone,
    from: endOf(stored),
    to: endOf(derivation),
    newlyOff: missing(derivation.daysOff, stored.daysOff),
    noLongerOff: missing(stored.daysOff, derivation.daysOff),
    newlyWorked: missing(derivation.daysWorked, stored.daysWorked),
    noLongerWorked: missing(stored.daysWorked, derivation.daysWorked),
  };
  return { derivation, difference };
}

const endOf = ({ dueAt, remaining }: Derivation) => ({ dueAt, ...(remaining ? { remaining } : {}) });

const missing = (these: NamedDays = [], those: NamedDays = []): NamedDays =>
  these.filter(({ date }) => !those.some((other) => other.date === date));
