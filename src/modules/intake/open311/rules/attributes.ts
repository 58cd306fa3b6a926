import type { Field, ServiceDefinition } from '#modules/catalogue/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Language } from '#platform/text.ts';
import type { IntakeReason } from '../../reasons.ts';
import { readAnswer } from '../../rules/read-answer.ts';
import { yesNo } from '../texts.ts';
import type { Plain } from '../xml.ts';
import { readMoment } from './moment.ts';
import type { Sent } from './read-sent.ts';

const datatypes = {
  text: 'text',
  number: 'number',
  date: 'datetime',
  choice: 'singlevaluelist',
  yes_no: 'singlevaluelist',
} as const;

/** The questions of a service as the standard's attributes. */
export const attributesOf = (definition: ServiceDefinition, language: Language) =>
  definition.fields.map((field, index) => ({
    variable: true,
    code: field.name,
    datatype: datatypes[field.type],
    required: field.required,
    datatype_description: field.hint?.[language] ?? null,
    order: index + 1,
    description: field.label[language],
    ...valuesOf(field, language),
  }));

function valuesOf(field: Field, language: Language): { [name: string]: Plain } {
  const options = field.type === 'yes_no' ? yesNo : field.options;
  return options
    ? { values: options.map(({ value, label }) => ({ key: value, name: label[language] })) }
    : {};
}

export type AttributeFault = {
  reason: IntakeReason | 'attribute_unknown' | 'sent_twice';
  facts?: Record<string, number>;
};
type Read = { details: Record<string, string>; faults: Record<string, AttributeFault> };

/**
 * The answers to the service's questions. Its one free question, where nothing answers it, is answered by the description:
 * a client that knows the standard's own fields alone must not be made to say the same twice.
 */
export function readAttributes(definition: ServiceDefinition, sent: Sent): Read {
  const read: Read = { details: {}, faults: {} };
  const given = attributesSent(sent);
  const described = sent.get('description')?.[0] ?? '';
  for (const field of definition.fields) {
    const values = given.get(field.name) ?? (field.type === 'text' ? [described] : []);
    given.delete(field.name);
    const answer = readAnswer(field, inPlainForm(field, values[0] ?? ''));
    if (values.length > 1) read.faults[nameOf(field.name)] = { reason: 'sent_twice' };
    else if (!answer.ok) read.faults[nameOf(field.name)] = answer;
    else if (answer.value !== '') read.details[field.name] = answer.value;
  }
  for (const code of given.keys()) read.faults[nameOf(code)] = { reason: 'attribute_unknown' };
  return read;
}

const nameOf = (code: string) => `attribute[${code}]`;

/** `attribute[code]`, `attribute[code][]` and, as some libraries write it, `attribute[code][0]`. What is shaped otherwise keeps its name, and is unknown. */
function attributesSent(sent: Sent): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, values] of sent) {
    if (!name.startsWith('attribute')) continue;
    const code = /^attribute\[([^[\]]+)\](\[\d*\])?$/.exec(name)?.[1] ?? name;
    found.set(code, [...(found.get(code) ?? []), ...values]);
  }
  return found;
}

/** Programs write 1.250 for one and a quarter where people here mean a thousand, and a day as a moment. */
function inPlainForm(field: Field, value: string): string {
  if (field.type === 'number' && /^-?\d+\.\d+$/.test(value))
    return value.replace(/\.(\d+)$/, (_, digits: string) => `.${digits.padEnd(4, '0')}`);
  const moment = field.type === 'date' ? readMoment(value) : null;
  return moment ? dayAt(moment) : value;
}
