import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { texts } from '../texts.ts';
import { amountOf } from './amounts.ts';
import { dayRuns } from './day-runs.ts';
import type { Derivation, Pause } from './derivation.ts';
import { sayDay, sayMoment } from './moments.ts';

type Teller = {
  language: Language;
  say: (text: Text, facts?: Record<string, string | number>) => string;
  at: (instant: string) => string;
};

/** Moments are told in the zone the term was counted in. */
export function tellerOf({ timezone = utilityZone }: Derivation, language: Language): Teller {
  return {
    language,
    say: (text, facts = {}) => fill(text[language], facts),
    at: (instant) => sayMoment(instant, language, timezone),
  };
}

/** The derivation as sentences that a customer and an inspector can follow, in order. */
export function describeDerivation(derivation: Derivation, language: Language): string[] {
  const teller = tellerOf(derivation, language);
  const { say, at } = teller;
  const { limit, receivedOn, movedFrom, calendar } = derivation;
  return [
    say(texts.started, { at: at(derivation.startedAt) }),
    ...(receivedOn ? [say(texts.received_later, { date: sayDay(receivedOn) })] : []),
    say(texts[limit.unit], { amount: limit.amount, source: limit.source }),
    ...(limit.uncertain ? [say(texts.uncertain)] : []),
    ...sayDays(derivation, teller),
    ...sayPauses(derivation, teller),
    ...(movedFrom ? [say(texts.moved, { date: sayDay(movedFrom) })] : []),
    sayEnd(derivation, teller),
    say(texts.calendar, {
      calendar: calendar.name?.[language] ?? calendar.code,
      version: calendar.version,
    }),
  ];
}

function sayDays({ daysOff, daysWorked }: Derivation, { say, language }: Teller): string[] {
  const off = dayRuns(daysOff, language).map(({ date, until, name }) =>
    say(date === until ? texts.day_off : texts.days_off, { date: sayDay(date), until: sayDay(until), name }),
  );
  const worked = daysWorked.map(({ date, name }) =>
    say(texts.day_worked, { date: sayDay(date), name: name[language] }),
  );
  return [...off, ...worked];
}

/** A pause that began after the end changed nothing, and is not told. */
function sayPauses(derivation: Derivation, teller: Teller): string[] {
  const { dueAt, pauses, paused } = derivation;
  const told = pauses.filter(({ from }) => dueAt === null || Date.parse(from) < Date.parse(dueAt));
  const inAll = paused
    ? [teller.say(texts.paused_in_all, amountOf(derivation, paused, teller.language))]
    : [];
  return [...told.map((pause) => sayPause(pause, teller)), ...inAll];
}

function sayPause(pause: Pause, { say, at }: Teller): string {
  const known = pauseReasons.find((reason) => reason === pause.reason);
  const reason = known ? say(texts[known]) : pause.reason;
  if (pause.to === null) return say(texts.pause_open, { from: at(pause.from), reason });
  return say(texts.pause, { from: at(pause.from), to: at(pause.to), reason });
}

const pauseReasons = ['supplement', 'uncounted_step', 'returned', 'ended', 'force_majeure'] as const;

function sayEnd(derivation: Derivation, { say, at, language }: Teller): string {
  const { dueAt, remaining = 0 } = derivation;
  if (dueAt !== null) return say(texts.due, { at: at(dueAt) });
  const { amount, unit } = amountOf(derivation, remaining, language);
  return say(texts.paused, { remaining: amount, unit });
}
