import type { Language } from '#platform/text.ts';
import type { Derivation } from './derivation.ts';

export type DayRun = { date: string; until: string; name: string };

/** Days off that follow one another under one name are told as one; what a name says in brackets does not part them. */
export function dayRuns(days: Derivation['daysOff'], language: Language): DayRun[] {
  const told: DayRun[] = [];
  for (const day of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const name = day.name[language];
    const last = told.at(-1);
    if (last && nextDay(last.until) === day.date && short(last.name) === short(name)) {
      last.until = day.date;
      if (last.name !== name) last.name = short(name);
    } else told.push({ date: day.date, until: day.date, name });
  }
  return told;
}

const short = (name: string) => name.replace(/ \([^)]*\)$/, '');
const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
