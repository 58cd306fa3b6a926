import type { ServiceDefinition } from '#modules/catalogue/index.ts';
import type { IntakeReason } from '../reasons.ts';
import { readAnswer } from './read-answer.ts';

export type Given = Record<string, string | number | boolean>;
export type ReadDetails = {
  details: Record<string, string>;
  /** By field name; `unknown_question` for a name that the service does not ask. */
  wrong: Record<string, { reason: IntakeReason; facts: Record<string, number> }>;
};

/** The answers to a service's own questions as a program gives them, all judged at once, as the web door judges each. */
export function readDetails(definition: ServiceDefinition, given: Given): ReadDetails {
  const details: ReadDetails['details'] = {};
  const wrong: ReadDetails['wrong'] = {};
  for (const field of definition.fields) {
    const read = readAnswer(field, typed(Object.hasOwn(given, field.name) ? given[field.name] : undefined));
    if (!read.ok) wrong[field.name] = { reason: read.reason, facts: read.facts ?? {} };
    else if (read.value !== '') details[field.name] = read.value;
  }
  const asked = new Set(definition.fields.map(({ name }) => name));
  for (const name of Object.keys(given))
    if (!asked.has(name)) wrong[name] = { reason: 'unknown_question', facts: {} };
  return { details, wrong };
}

function typed(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined ? '' : String(value);
}
