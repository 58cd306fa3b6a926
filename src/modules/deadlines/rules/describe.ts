import { fill, type Language, type Text } from '#platform/text.ts';
import { texts } from '../texts.ts';
import type { Derivation, Pause } from './derivation.ts';
import { sayDay, sayMoment } from './moments.ts';

type Teller = {
  say: (text: Text, facts?: Record<string, string | number>) => string;
  at: (instant: string) => string;
};

/** The derivation as sentences that a customer and an inspector can follow, in order. Moments are told in `timeZone`. */
export function describeDerivation(
  derivation: Derivation,
  language: Language,
  timeZone = 'Asia/Ho_Chi_Minh',
): string[] {
  const say: Teller['say'] = (text, facts = {}) => fill(text[language], facts);
  const at: Teller['at'] = (instant) => sayMoment(instant, language, timeZone);
  const { limit, calendar } = derivation;
  return [
    say(texts.started, { at: at(derivation.startedAt) }),
    say(texts[limit.unit], { amount: limit.amount, source: limit.source }),
    ...(limit.uncertain ? [say(texts.uncertain)] : []),
    ...runs(derivation.daysOff, language).map(({ date, until, name }) =>
      say(date === until ? texts.day_off : texts.days_off, {
        date: sayDay(date),
        until: sayDay(until),
        name,
      }),
    ),
    ...derivation.daysWorked.map(({ date, name }) =>
      say(texts.day_worked, { date: sayDay(date), name: name[language] }),
    ),
    ...derivation.pauses.map((pause) => sayPause(pause, { say, at })),
    sayEnd(derivation, { say, at }),
    say(texts.calendar, calendar),
  ];
}

function sayPause(pause: Pause, { say, at }: Teller): string {
  const known = pauseReasons.find((reason) => reason === pause.reason);
  const reason = known ? say(texts[known]) : pause.reason;
  if (pause.to === null) return say(texts.pause_open, { from: at(pause.from), reason });
  return say(texts.pause, { from: at(pause.from), to: at(pause.to), reason });
}

const pauseReasons = ['supplement', 'uncounted_step', 'ended', 'force_majeure'] as const;

function sayEnd({ dueAt, remaining = 0, limit }: Derivation, { say, at }: Teller): string {
  if (dueAt !== null) return say(texts.due, { at: at(dueAt) });
  const left = limit.unit === 'working_hours' ? remaining / 60 : remaining;
  const rounded = Math.round(left * 10) / 10;
  return say(texts.paused, { remaining: rounded, unit: say(texts[`unit_${limit.unit}`]) });
}

/** Days off that follow one another under one name are told as one. */
function runs(
  days: Derivation['daysOff'],
  language: Language,
): { date: string; until: string; name: string }[] {
  const told: { date: string; until: string; name: string }[] = [];
  for (const { date, name } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = told.at(-1);
    if (last && last.name === name[language] && nextDay(last.until) === date) last.until = date;
    else told.push({ date, until: date, name: name[language] });
  }
  return told;
}

const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
