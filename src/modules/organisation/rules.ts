/** Drops every path that lies below another of the list: `A.B` says nothing that `A` does not. */
export function outermost(paths: readonly string[]): string[] {
  const unique = [...new Set(paths)].sort();
  return unique.filter((path) => !unique.some((other) => other !== path && path.startsWith(`${other}.`)));
}

const unitPrefix = 6;

/** The unit's part of a customer code: its first six characters, whatever blanks, dots or case it was typed with. */
export function unitPartOf(customerCode: string): string {
  return customerCode
    .replace(/[\s.-]/g, '')
    .toUpperCase()
    .slice(0, unitPrefix);
}

type SeesFrom = { kind: string; code: string; parentCode: string | null };

/** The unit below whose path its people see cases: the care centre answers for the whole corporation, everybody else for their own unit. */
export const homeOf = (unit: SeesFrom): string =>
  unit.kind === 'care_centre' ? (unit.parentCode ?? unit.code) : unit.code;

/** The day before, for "valid to". */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
