import type { ServiceVersion } from '#modules/catalogue/index.ts';
import type { Unit } from '#modules/organisation/index.ts';
import { type Facts, type Reason, Refused, refuse } from '#platform/refused.ts';
import { answerPerson } from '../answer-page.ts';
import { intakeReasons } from '../reasons.ts';
import { readAnswer } from '../rules/read-answer.ts';
import { phoneReasons } from './reasons.ts';
import { findTypedUnit } from './rules/find-unit.ts';

type Typed = Record<string, string>;
export type Taken = {
  said: string;
  service: ServiceVersion;
  unit: Unit;
  person: { name: string; phone: string | null; email: string | null; address: string };
  details: Record<string, string>;
};
const mostSaid = 4000;

/** What the agent wrote down, or everything that is wrong with it at once, each at its input. */
export function readTaken(typed: Typed, services: readonly ServiceVersion[], units: readonly Unit[]): Taken {
  const wrong: Record<string, Reason> = {};
  const facts: Facts = {};
  const said = (typed.said ?? '').normalize('NFC').trim();
  if (said === '') wrong.said = phoneReasons.said_needed;
  if (said.length > mostSaid)
    Object.assign(wrong, { said: phoneReasons.said_too_long, ...put(facts, { most: mostSaid }) });
  const service = services.find(({ definition }) => definition.code === typed.service);
  if (!service) wrong.service = phoneReasons.service_needed;
  const unit = readUnit(typed.unit ?? '', units, wrong, facts);
  const details = service ? readDetails(service, typed, wrong, facts) : {};
  const person = readPerson(typed, wrong);
  if (!service || !unit || !person || Object.keys(wrong).length > 0)
    throw refuse(phoneReasons.form_incomplete, facts, wrong);
  return { said, service, unit, person, details };
}

const put = (facts: Facts, more: Facts): Record<string, never> => {
  Object.assign(facts, more);
  return {};
};

function readUnit(typed: string, units: readonly Unit[], wrong: Record<string, Reason>, facts: Facts) {
  const read = findTypedUnit(units, typed);
  if (read.found === 'one') return read.unit;
  if (typed.trim() === '') wrong.unit = phoneReasons.unit_needed;
  else if (read.found === 'none') wrong.unit = phoneReasons.unit_unknown;
  else {
    wrong.unit = phoneReasons.unit_ambiguous;
    facts.units = read.units
      .slice(0, 5)
      .map(({ name }) => name.vi)
      .join(', ');
  }
  return undefined;
}

function readDetails(
  { definition }: ServiceVersion,
  typed: Typed,
  wrong: Record<string, Reason>,
  facts: Facts,
): Record<string, string> {
  const details: Record<string, string> = {};
  for (const field of definition.fields) {
    const read = readAnswer(field, typed[`field.${field.name}`] ?? '');
    if (!read.ok) {
      wrong[`field.${field.name}`] = intakeReasons[read.reason];
      put(facts, read.facts ?? {});
    } else if (read.value !== '') details[field.name] = read.value;
  }
  return details;
}

function readPerson(typed: Typed, wrong: Record<string, Reason>): Taken['person'] | undefined {
  try {
    const { name = '', phone, email, address = '' } = answerPerson(typed);
    return { name, phone: phone || null, email: email || null, address };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    Object.assign(wrong, error.fields);
    return undefined;
  }
}
