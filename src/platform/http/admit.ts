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
 * Works on no more requests at once than can be answered in reasonable time; whoever comes beyond that is told so at once, with
 * when to come back (429, Retry-After). Without it a storm would make everybody wait longer and longer, until nobody is served.
 * A place is taken when a request has arrived whole, so that one sent drop by drop keeps nobody out, and one address has half
 * of the places at most. Registered before everything else, so that a refusal costs next to nothing.
 */
export function admitAtMost(app: FastifyInstance, most: number): void {
  const atWork = new Map<string, number>();
  let count = 0;
  const isFull = ({ ip }: FastifyRequest) => count >= most || (atWork.get(ip) ?? 0) >= Math.ceil(most / 2);
  const exempt = ({ routeOptions, url }: FastifyRequest) =>
    routeOptions.config.staysOpen === true || always.test(url);

  app.addHook('onRequest', async (request) => {
    if (!exempt(request) && isFull(request)) throw refuse(httpReasons.busy, comeBackAfter);
  });
  app.addHook('preValidation', async (request, reply) => {
    if (exempt(request)) return;
    if (isFull(request)) throw refuse(httpReasons.busy, comeBackAfter);
    const { ip } = request;
    count += 1;
    atWork.set(ip, (atWork.get(ip) ?? 0) + 1);
    // Also where the client has gone before the answer.
    reply.raw.once('close', () => {
      count -= 1;
      const left = (atWork.get(ip) ?? 1) - 1;
      if (left > 0) atWork.set(ip, left);
      else atWork.delete(ip);
    });
  });
}
