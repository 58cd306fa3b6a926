import { randomUUID } from 'node:crypto';
import { chooseVariant, type Limit, type ServiceDefinition } from '#modules/catalogue/index.ts';
import type { Unit } from '#modules/organisation/index.ts';
import { fold } from '#platform/fold.ts';
import { phoneDigits } from '#platform/phone.ts';
import { refuse } from '#platform/refused.ts';
import { paperRows } from '../attach.ts';
import { openingVisit } from '../opening-visit.ts';
import { planSteps } from '../plan-steps.ts';
import { planTasks } from '../plan-tasks.ts';
import { caseReasons } from '../reasons.ts';
import { hashNext, type NewEvent } from '../record-event.ts';
import { firstHash, type Json } from '../rules/chain.ts';
import { newCaseCode } from '../rules/code.ts';
import { mayOpen } from '../rules/who-may.ts';
import type { Reference } from './reference.ts';
import type { Term } from './terms.ts';
import type { Asked, OpenCase, Opened } from './types.ts';

export type Prepared = ReturnType<typeof prepare>;
type TermOf = (limit: Limit) => Term;

/** All the rows of a new case, decided from facts alone. Throws what is refused. */
export function prepare({ actor, request, matched = false }: Asked, reference: Reference, termOf: TermOf) {
  const { now, units } = reference;
  const { definition, unit } = admit({ actor, request }, reference);
  const [id, code] = [randomUUID(), newCaseCode()];
  const { variant, plan, terms } = procedureOf(definition, unit, request, reference);
  const { derivation, alarms } = termOf(plan.own ?? variant.limit);
  const visit = openingVisit(request.visit, definition.visits);
  const came = visit.rows(id, actor, now);
  const data = {
    ...openingFacts(request, unit, code),
    variant: variant.code,
    due_at: derivation.dueAt,
    ...(terms.regulation_id === null ? {} : { regulation: terms.regulation_id }),
    ...visit.facts,
  };
  const event = openingEvent(id, { actor, request }, now, data);
  const opened: Opened = { id, code, hash: event.hash, dueAt: momentOf(derivation.dueAt), replayed: false };
  return {
    opened,
    heard: { code, path: unit.path, desk: actor.scope.desks?.[0] ?? null },
    row: {
      ...caseColumns(request, unit, code),
      id,
      customer_matched: matched,
      service_code: definition.code,
      variant: variant.code,
      visits_promised: definition.visits,
      visits: visit.visits,
      ...terms,
      filed_at: actor.scope.desks?.[0] ?? null,
      opened_at: now,
      due_at: derivation.dueAt,
      due_derivation: derivation,
      head_hash: event.hash,
    },
    event,
    tasks: planTasks(id, plan.steps, unit, units, reference.bodies.get(unit.parentCode ?? '')),
    alarms: alarms.map(({ level, at }) => ({ case_id: id, level, at, due_at: derivation.dueAt })),
    visits: came.visits,
    messages: [...came.notes, ...firstWords(id, request, now)],
    papers: paperRows(id, actor, now, request.documents),
  };
}

/** What the case goes through, and the terms it keeps whatever comes later. */
function procedureOf(definition: ServiceDefinition, unit: Unit, request: OpenCase, reference: Reference) {
  const variant = chooseVariant(definition, request.details);
  const regulation = reference.regulationOf(unit.code, request.serviceVersionId);
  const plan = planSteps(definition, variant, request.details, regulation);
  const terms = { regulation_id: regulation?.id ?? null, own_term: plan.own, whole_term: plan.whole };
  return { variant, plan, terms };
}

const momentOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** What the customer wrote, as their first message. */
const firstWords = (id: string, { message, customer }: OpenCase, at: Date) =>
  message ? [{ id: randomUUID(), case_id: id, direction: 'in', author: customer.name, at, ...message }] : [];

function openingEvent(id: string, { actor, request }: Asked, now: Date, data: NewEvent['data']) {
  const { requestId, channel } = request;
  const event: NewEvent = { kind: 'open', data, requestId, channel };
  return {
    case_id: id,
    request_id: requestId,
    request_hash: request.requestHash ?? null,
    at: now,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_unit: actor.unitCode,
    channel,
    data,
    previous_hash: firstHash,
    hash: hashNext({ id, version: 0, head_hash: firstHash }, actor, now, event),
  };
}

function admit({ actor, request }: Asked, { definitions, units }: Reference) {
  const permission = mayOpen(actor);
  if (!permission.may) throw refuse(caseReasons[permission.reason]);
  if (request.customer.name.trim() === '') throw refuse(caseReasons.name_needed);
  if (!request.customer.phone && !request.customer.email) throw refuse(caseReasons.contact_needed);
  const definition = definitions.get(request.serviceVersionId);
  if (!definition) throw new Error(`no service version ${request.serviceVersionId}`);
  const unit = units.get(request.unitCode);
  if (!unit || unit.validTo !== null) throw refuse(caseReasons.unit_not_found);
  return { definition, unit };
}

/** What the opening event fixes for good; the customer's name and contact are left out of the chain, so that they can be erased. */
const openingFacts = (request: OpenCase, unit: Unit, code: string): { [key: string]: Json } => ({
  code,
  service_version: request.serviceVersionId,
  unit: unit.code,
  details: request.details,
  documents: request.documents.map((paper) => paper.sha256),
});

function caseColumns(request: OpenCase, unit: Unit, code: string) {
  const { customer } = request;
  const words = [
    code,
    customer.phone ? phoneDigits(customer.phone) : '',
    customer.email,
    customer.customerCode,
    customer.name,
    customer.address,
  ];
  return {
    code,
    service_version_id: request.serviceVersionId,
    channel: request.channel,
    unit_code: unit.code,
    unit_path: unit.path,
    customer_name: customer.name.normalize('NFC').trim(),
    customer_phone: customer.phone,
    customer_email: customer.email,
    customer_code: customer.customerCode,
    address: customer.address.normalize('NFC').trim(),
    details: request.details,
    language: request.language,
    words: fold(words.filter(Boolean).join(' ')),
  };
}
