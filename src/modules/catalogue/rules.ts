type Choosable = { code: string; when?: { field: string; equals: string } | undefined };
/** Answers to the fields of a form, by field name. */
export type Answers = Record<string, string>;

/** The variant whose condition the answers meet: the first that fits, else the last, which has none. */
export function chooseVariant<V extends Choosable>(
  definition: { variants: readonly V[] },
  answers: Answers,
): V {
  const fits = (variant: V) =>
    variant.when === undefined || answers[variant.when.field] === variant.when.equals;
  const chosen = definition.variants.find(fits) ?? definition.variants.at(-1);
  if (!chosen) throw new Error('a service without variants cannot have been loaded');
  return chosen;
}

/** A variant a case was opened under, by its code. */
export function findVariant<V extends Choosable>(definition: { variants: readonly V[] }, code: string): V {
  const found = definition.variants.find((variant) => variant.code === code);
  if (!found) throw new Error(`the service has no variant '${code}'`);
  return found;
}

/** The setting for a limit counted in this way. */
export function settingFor<S extends { appliesTo: readonly string[] }>(
  settings: readonly S[],
  unit: string,
): S | undefined {
  return settings.find((setting) => setting.appliesTo.includes(unit));
}

type Period = { validFrom: string; validTo?: string | undefined };

/** Whether two periods share a day; an end that is missing is far away. */
export function overlaps(one: Period, other: Period): boolean {
  const ends = (period: Period) => period.validTo ?? '9999-12-31';
  return one.validFrom <= ends(other) && other.validFrom <= ends(one);
}

/** The same JSON whatever order its keys were written in, to see whether a definition changed. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
