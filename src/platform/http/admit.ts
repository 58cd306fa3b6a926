import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../refused.ts';
import { httpReasons } from './failures.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A stream that stays open for minutes takes no place among the requests at work. */
    staysOpen?: boolean;
  }
}

const comeBackAfter = { seconds: 2 };
const always = /^\/(assets\/|healthz|readyz)/;

/**
 * Takes no more requests at once than can be answered in reasonable time; whoever comes beyond that is told so at once, with
 * when to come back (429, Retry-After). Without it a storm would make everybody wait longer and longer, until nobody is served.
 * Registered before everything else, so that a refusal costs next to nothing.
 */
export function admitAtMost(app: FastifyInstance, most: number): void {
  const atWork = new WeakSet<FastifyRequest>();
  let count = 0;
  const leave = (request: FastifyRequest) => {
    if (atWork.delete(request)) count -= 1;
  };
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.staysOpen || always.test(request.url)) return;
    if (count >= most) throw refuse(httpReasons.busy, comeBackAfter);
    count += 1;
    atWork.add(request);
    reply.raw.once('close', () => leave(request)); // also where the client has gone before the answer
  });
}
