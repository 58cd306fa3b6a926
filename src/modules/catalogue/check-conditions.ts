import type { Field } from './definition.ts';
import type { Condition } from './rules/conditions.ts';

/** Why no answer to these fields can meet a condition; undefined where one can. */
export function whyNeverMet(
  { field, equals, not }: Condition,
  fields: readonly Field[],
  where = 'its services',
): string | undefined {
  const named = fields.filter(({ name }) => name === field);
  if (named.length === 0) return `no field ${field} in ${where}`;
  const word = equals ?? not;
  if (word === undefined)
    return named.some(({ type }) => type === 'number') ? undefined : `field ${field} is no number`;
  const answers = named.flatMap(({ type, options }) =>
    type === 'yes_no' ? ['yes', 'no'] : (options ?? []).map(({ value }) => value),
  );
  return answers.includes(word) ? undefined : `${word} is no answer to field ${field}`;
}
