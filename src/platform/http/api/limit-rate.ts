import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpReasons } from '#platform/http/failures.ts';
import { refuse } from '#platform/refused.ts';

/** So many requests a minute for each caller; every answer says what is left, 429 says when to come back. */
export async function limitRate(
  app: FastifyInstance,
  aMinute: number,
  callerOf: (request: FastifyRequest) => string,
): Promise<void> {
  if (aMinute === 0) return;
  await app.register(rateLimit, {
    max: aMinute,
    timeWindow: '1 minute',
    keyGenerator: callerOf,
    enableDraftSpec: true,
    errorResponseBuilder: (_, { ttl }) => refuse(httpReasons.too_many, { seconds: Math.ceil(ttl / 1000) }),
  });
}
