import type { Actor } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { asJson, type CaseRow, insertEvent, updateCase } from './queries.ts';
import { hashEvent, type Json } from './rules/chain.ts';

export type NewEvent = {
  kind: string;
  data: { [key: string]: Json };
  requestId: string | null;
  /** Of what was asked: see `ActRequest`. */
  requestHash?: string | null | undefined;
  channel: string;
};

const usual = { staff: 'console', machine: 'api', customer: 'web', system: 'system' };
/** Where an actor's own act came in when nothing else is said: staff work at the console, customers on the web. */
export const channelOf = (actor: Actor): string => actor.via ?? usual[actor.kind];

type Head = Pick<CaseRow, 'id' | 'version' | 'head_hash'>;

/** The hash that this event will have as the next one after the head. */
export const hashNext = (head: Head, actor: Actor, at: Date, event: NewEvent): string =>
  hashEvent({
    caseId: head.id,
    seq: head.version + 1,
    kind: event.kind,
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorUnit: actor.unitCode,
    channel: event.channel,
    data: event.data,
    previousHash: head.head_hash,
  });

/** Appends the next event of a case and moves the case's head to it. Claiming `requestId` is this insert. */
export async function recordEvent(
  trx: Trx,
  head: Head,
  actor: Actor,
  at: Date,
  event: NewEvent,
): Promise<{ seq: number; hash: string }> {
  const seq = head.version + 1;
  const hash = hashNext(head, actor, at, event);
  await insertEvent(trx, {
    case_id: head.id,
    seq,
    request_id: event.requestId,
    request_hash: event.requestHash ?? null,
    kind: event.kind,
    at,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_unit: actor.unitCode,
    channel: event.channel,
    data: asJson(event.data),
    previous_hash: head.head_hash,
    hash,
  });
  if (seq > 1) await updateCase(trx, head.id, { version: seq, head_hash: hash });
  return { seq, hash };
}
