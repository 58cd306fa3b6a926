import { randomUUID } from 'node:crypto';
import { chooseVariant, readServiceVersion } from '#modules/catalogue/index.ts';
import { type Actor, findUnit, type Unit } from '#modules/organisation/index.ts';
import { fold } from '#platform/fold.ts';
import { enqueue } from '#platform/jobs.ts';
import { phoneDigits } from '#platform/phone.ts';
import { admitCase, inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Deps } from './act-on-case.ts';
import { attachPapers, type PaperToAttach } from './attach.ts';
import type { Channel } from './channels.ts';
import { keepMessage } from './keep-message.ts';
import { planTasks } from './plan-tasks.ts';
import { announceChange, findEventByRequest, insertCase, readCaseById, searchVector } from './queries.ts';
import { caseReasons } from './reasons.ts';
import { hashNext, type NewEvent, recordEvent } from './record-event.ts';
import { firstHash, type Json } from './rules/chain.ts';
import { newCaseCode } from './rules/code.ts';
import { mayOpen } from './rules/who-may.ts';
import { alarm, timeTerm } from './timing.ts';

export type Customer = {
  name: string;
  phone: string | null;
  email: string | null;
  address: string;
  customerCode: string | null;
};
export type OpenCase = {
  /** Made by whoever asks: the same id twice is one case. */
  requestId: string;
  serviceVersionId: number;
  unitCode: string;
  channel: Channel;
  customer: Customer;
  /** The answers to the service's own questions, by field name. */
  details: Record<string, string>;
  language: 'vi' | 'en';
  documents: readonly PaperToAttach[];
  /** What the customer wrote in their own words, where the door takes such; shown as their first message. */
  message?: { body: string; quoted: string | null };
};
/** `hash` is that of the opening event: with the code it proves the receipt. */
export type Opened = { id: string; code: string; hash: string; dueAt: Date | null; replayed: boolean };

/** The one act that every door ends in. Answers only after the commit; a retry gives the same case. */
export async function openCase(deps: Deps, actor: Actor, request: OpenCase): Promise<Opened> {
  const permission = mayOpen(actor);
  if (!permission.may) throw refuse(caseReasons[permission.reason]);
  if (request.customer.name.trim() === '') throw refuse(caseReasons.name_needed);
  if (!request.customer.phone && !request.customer.email) throw refuse(caseReasons.contact_needed);
  try {
    return await inScope(deps.db, actor.scope, (trx) => open(trx, deps, actor, request));
  } catch (error) {
    const earlier = isTaken(error, 'case_events_request_id_key')
      ? await openedBefore(deps, request.requestId)
      : undefined;
    if (earlier) return earlier;
    if (isTaken(error, 'cases_code_key')) return openCase(deps, actor, request);
    throw error;
  }
}

async function open(trx: Trx, deps: Deps, actor: Actor, request: OpenCase): Promise<Opened> {
  const { definition } = await readServiceVersion(trx, request.serviceVersionId);
  const unit = await findUnit(trx, request.unitCode);
  if (!unit || unit.validTo !== null) throw refuse(caseReasons.unit_not_found);
  const [id, code, now] = [randomUUID(), newCaseCode(), deps.clock.now()];
  await admitCase(trx, id);
  const variant = chooseVariant(definition, request.details);
  const term = await timeTerm(trx, now, variant.limit, []);
  const event: NewEvent = {
    kind: 'open',
    data: {
      ...openingFacts(request, unit, code),
      variant: variant.code,
      due_at: term.due_at?.toISOString() ?? null,
    },
    requestId: request.requestId,
    channel: request.channel,
  };
  const hash = hashNext({ id, version: 0, head_hash: firstHash }, actor, now, event);
  await insertCase(trx, {
    ...caseColumns(request, unit, code),
    filed_at: actor.scope.desks?.[0] ?? null,
    id,
    service_code: definition.code,
    variant: variant.code,
    visits_promised: definition.visits,
    opened_at: now,
    due_at: term.due_at,
    due_derivation: JSON.stringify(term.derivation),
    head_hash: hash,
  });
  await recordEvent(trx, { id, version: 0, head_hash: firstHash }, actor, now, event);
  await alarm(trx, id, null, term);
  await planTasks(trx, id, definition, variant.code, unit);
  await attachPapers(trx, id, actor, now, request.documents);
  if (request.message) await keepMessage(trx, id, 'in', request.customer.name, request.message, now);
  await announceChange(trx, { code, path: unit.path });
  await enqueue(trx, 'tell_customer', { caseId: id, seq: 1, kind: 'open' });
  return { id, code, hash, dueAt: term.due_at, replayed: false };
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
    state: 'opened',
    service_version_id: request.serviceVersionId,
    channel: request.channel,
    unit_code: unit.code,
    unit_path: unit.path,
    customer_name: customer.name.normalize('NFC').trim(),
    customer_phone: customer.phone,
    customer_email: customer.email,
    customer_code: customer.customerCode,
    address: customer.address.normalize('NFC').trim(),
    details: JSON.stringify(request.details),
    language: request.language,
    search: searchVector(fold(words.filter(Boolean).join(' '))),
    version: 1,
  };
}

async function openedBefore(deps: Deps, requestId: string): Promise<Opened | undefined> {
  return inScope(deps.db, { paths: [], caseIds: [], system: true }, async (trx) => {
    const event = await findEventByRequest(trx, requestId);
    if (event?.kind !== 'open') return undefined;
    const row = await readCaseById(trx, event.case_id);
    return row && { id: row.id, code: row.code, hash: event.hash, dueAt: row.due_at, replayed: true };
  });
}

const isTaken = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint;
