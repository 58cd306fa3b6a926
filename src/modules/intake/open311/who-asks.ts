import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KeyRing, Machine } from '#modules/accounts/index.ts';
import { httpReasons } from '#platform/http/failures.ts';
import { refuse } from '#platform/refused.ts';
import { open311Reasons } from './reasons.ts';
import { readSent, type Sent } from './rules/read-sent.ts';

/** How many requests a minute: from one address without a key, and with one key. */
export type Limits = { withoutKey: number; withKey: number };
export const usualLimits: Limits = { withoutKey: 120, withKey: 6000 };

/** Knows each request by its `api_key`, in its form or its address, before it is counted: an app behind one address serves many. */
export async function knowWhoAsks(app: FastifyInstance, ring: KeyRing, limits: Limits): Promise<void> {
  app.decorateRequest('machine', null);
  app.addHook('onRequest', async (request) => {
    request.language = languageOf(request);
  });
  app.addHook('preHandler', async (request) => {
    request.machine = (await machineOf(ring, sentBy(request))) ?? null;
  });
  await app.register(rateLimit, {
    hook: 'preHandler',
    max: ({ machine }) => (machine ? limits.withKey : limits.withoutKey),
    keyGenerator: ({ machine, ip }) => machine?.keyId ?? ip,
    timeWindow: '1 minute',
    errorResponseBuilder: (_, { ttl }) => refuse(httpReasons.too_many, { seconds: Math.ceil(ttl / 1000) }),
  });
}

export const sentBy = ({ query, body }: FastifyRequest): Sent => readSent(query, body);

export async function machineOf(ring: KeyRing, sent: Sent): Promise<Machine | undefined> {
  const key = sent.get('api_key')?.at(-1);
  return key === undefined ? undefined : ring.find(key);
}

/** 403: the standard's answer to a key that is missing or wrong. */
export function needMachine(machine: Machine | null | undefined): Machine {
  if (!machine) throw refuse(open311Reasons.key_needed, {}, { api_key: open311Reasons.key_needed });
  return machine;
}

/** `?lang=`, else the reader's own choice of the two languages; programs that say nothing get Vietnamese. */
function languageOf({ query, headers, language }: FastifyRequest) {
  if (readSent(query).has('lang')) return language;
  const wanted = /\b(vi|en)\b/i.exec(headers['accept-language'] ?? '')?.[0]?.toLowerCase();
  return wanted === 'en' ? 'en' : 'vi';
}
