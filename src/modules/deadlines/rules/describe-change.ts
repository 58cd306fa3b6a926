import type { Language } from '#platform/text.ts';
import { texts } from '../texts.ts';
import { amountOf } from './amounts.ts';
import type { Derivation } from './derivation.ts';
import { tellerOf } from './describe.ts';
import { sayDay } from './moments.ts';

type NamedDays = Derivation['daysOff'];

/** What a newer calendar did to a term, in sentences: which days changed, where it ended and where it ends now. */
export function describeChange(before: Derivation, after: Derivation, language: Language): string[] {
  const { say, at } = tellerOf(after, language);
  const { name, code, version: to } = after.calendar;
  const days = (text: keyof typeof texts, these: NamedDays, those: NamedDays) =>
    these
      .filter(({ date }) => !those.some((other) => other.date === date))
      .map((day) => say(texts[text], { date: sayDay(day.date), name: day.name[language] }));
  const end = (derivation: Derivation): string => {
    if (derivation.dueAt !== null) return at(derivation.dueAt);
    const { amount, unit } = amountOf(derivation, derivation.remaining ?? 0, language);
    return say(texts.no_due, { remaining: amount, unit });
  };
  const ends = { from: end(before), to: end(after) };
  return [
    say(texts.calendar_changed, { calendar: name?.[language] ?? code, from: before.calendar.version, to }),
    ...days('newly_off', after.daysOff, before.daysOff),
    ...days('no_longer_off', before.daysOff, after.daysOff),
    ...days('newly_worked', after.daysWorked, before.daysWorked),
    ...days('no_longer_worked', before.daysWorked, after.daysWorked),
    say(ends.from === ends.to ? texts.due_unchanged : texts.due_changed, ends),
  ];
}
