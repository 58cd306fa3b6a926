import { at, type Located, type Mistake } from './profile.ts';
import { overlaps } from './rules.ts';

type Dated = { code: string; validFrom: string; validTo?: string | undefined };

/** Entries of one code may follow one another, never overlap; none may end before it begins. */
export function noOverlap(what: string, entries: readonly Located<Dated>[]): Mistake[] {
  return entries.flatMap((entry, index) => {
    const { code, validFrom, validTo } = entry.value;
    if (validTo !== undefined && validTo < validFrom)
      return [at(entry, ['validTo'], `${what} ${code} ends before it begins`)];
    const clash = entries
      .slice(0, index)
      .find((earlier) => earlier.value.code === code && overlaps(earlier.value, entry.value));
    if (!clash) return [];
    const where = `${clash.file} line ${clash.line('code')}`;
    return [
      at(entry, ['code'], `${what} ${code} is valid on days on which the one of ${where} is valid too`),
    ];
  });
}
