import { fold } from '#platform/fold.ts';

type Named = { code: string; name: { vi: string; en: string } };
export type UnitFound<U> = { found: 'one'; unit: U } | { found: 'none' } | { found: 'several'; units: U[] };

/** As the list shows a unit, and as it comes back from there. */
export const unitLabel = (unit: Named, language: 'vi' | 'en'): string =>
  `${unit.name[language]} (${unit.code})`;

/** The unit somebody typed or chose: by the code in it, else by its whole name, else by the only name that has all the words. */
export function findTypedUnit<U extends Named>(units: readonly U[], typed: string): UnitFound<U> {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return { found: 'none' };
  const one = units.find(({ code }) => words.includes(fold(code)));
  if (one) return { found: 'one', unit: one };
  const names = (unit: U) => [fold(unit.name.vi), fold(unit.name.en)];
  const whole = units.filter((unit) => names(unit).includes(words.join(' ')));
  const all = units.filter((unit) =>
    names(unit).some((name) => words.every((word) => ` ${name} `.includes(` ${word}`))),
  );
  const fitting = whole.length > 0 ? whole : all;
  const [unit, second] = fitting;
  if (!unit) return { found: 'none' };
  return second ? { found: 'several', units: fitting } : { found: 'one', unit };
}
