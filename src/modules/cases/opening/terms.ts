import { type Limit, settingFor } from '#modules/catalogue/index.ts';
import { computeDue, type Derivation, type Milestone, milestones } from '#modules/deadlines/index.ts';
import type { Reference } from './reference.ts';

export type Term = { derivation: Derivation; alarms: Milestone[] };

/** When a limit that begins now runs out and who is told when. Cases opened at one moment under one limit share the answer. */
export function termsFrom(reference: Reference): (limit: Limit) => Term {
  const known = new Map<Limit, Term>();
  return (limit) => {
    const term = known.get(limit) ?? timed(reference, limit);
    known.set(limit, term);
    return term;
  };
}

function timed({ now, calendars, escalations }: Reference, limit: Limit): Term {
  const calendar = calendars.get(limit.calendar);
  if (!calendar) throw new Error(`no calendar '${limit.calendar}' is loaded`);
  const derivation = computeDue({ startedAt: now, limit, calendar, pauses: [] });
  const escalation = settingFor(escalations, limit.unit);
  return { derivation, alarms: escalation ? milestones(derivation, calendars, escalation) : [] };
}
