import { createHash } from 'node:crypto';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What an event's hash is taken of; `at` to the millisecond, as stored. */
export type Hashed = {
  caseId: string;
  seq: number;
  kind: string;
  at: Date;
  actorKind: string;
  actorId: string;
  actorUnit: string | null;
  channel: string;
  data: Json;
  previousHash: string;
};

export const firstHash = '0'.repeat(64);

/** SHA-256 over the event with its keys sorted, so that what PostgreSQL gives back hashes the same. */
export function hashEvent(event: Hashed): string {
  const { caseId, seq, kind, actorKind, actorId, actorUnit, channel, data, previousHash } = event;
  const at = event.at.toISOString();
  const named = { caseId, seq, kind, at, actorKind, actorId, actorUnit, channel, data, previousHash };
  return createHash('sha256').update(canonical(named)).digest('hex');
}

function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

export type Break = { caseId: string; seq: number; why: 'gap' | 'previous_hash' | 'hash' | 'head' };

/** The first event of a case at which its chain breaks, or null where it holds. Events in order of seq. */
export function findBreak(
  events: readonly (Hashed & { hash: string })[],
  head: { version: number; hash: string },
): Break | null {
  let previous = firstHash;
  for (const [index, event] of events.entries()) {
    const at = { caseId: event.caseId, seq: event.seq };
    if (event.seq !== index + 1) return { ...at, why: 'gap' };
    if (event.previousHash !== previous) return { ...at, why: 'previous_hash' };
    if (hashEvent(event) !== event.hash) return { ...at, why: 'hash' };
    previous = event.hash;
  }
  const last = events.at(-1);
  if (last && (last.seq !== head.version || last.hash !== head.hash))
    return { caseId: last.caseId, seq: last.seq, why: 'head' };
  return null;
}
