import type { ServiceDefinition } from '#modules/catalogue/index.ts';
import type { Answers } from './pages.ts';

/** The answers to the service's own questions alone, by field name. */
export const detailsOf = (definition: ServiceDefinition, answers: Answers): Record<string, string> =>
  Object.fromEntries(
    definition.fields
      .map(({ name }) => [name, answers[`field.${name}`] ?? ''] as const)
      .filter(([, value]) => value !== ''),
  );
