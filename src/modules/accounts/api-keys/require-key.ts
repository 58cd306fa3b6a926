import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '#platform/refused.ts';
import { accountReasons } from '../reasons.ts';
import type { KeyRing, Machine } from './key-ring.ts';

declare module 'fastify' {
  interface FastifyRequest {
    machine: Machine | null;
  }
}

/** Everything registered on this instance asks for `Authorization: Bearer <key>`. */
export function requireKey(app: FastifyInstance, ring: KeyRing): void {
  app.decorateRequest('machine', null);
  app.addHook('onRequest', async (request, reply) => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const machine = token === undefined ? undefined : await ring.find(token);
    if (!machine) {
      reply.header('www-authenticate', 'Bearer realm="motcua"');
      throw refuse(accountReasons.key_needed);
    }
    request.machine = machine;
  });
}

/** The program that asks, inside what `requireKey` guards. */
export function machineOf(request: FastifyRequest): Machine {
  if (!request.machine) throw refuse(accountReasons.key_needed);
  return request.machine;
}
