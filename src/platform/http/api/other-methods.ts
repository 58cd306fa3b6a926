import type { FastifyInstance, HTTPMethods } from 'fastify';
import { httpReasons } from '#platform/http/failures.ts';
import { refuse } from '#platform/refused.ts';

const methods: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Call first; what is returned, last: an address that is there answers 405 and says what it takes, where a router alone
 * would say that it is not there.
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const taken = known.get(url) ?? new Set<string>();
    for (const each of [method].flat()) taken.add(each);
    known.set(url, taken);
  });
  return () => {
    for (const [url, taken] of [...known]) {
      const allowed = [...taken].join(', ');
      const others = methods.filter((method) => !taken.has(method));
      if (url.includes('*') || others.length === 0) continue;
      app.route({
        url,
        method: others,
        schema: { hide: true },
        handler: ({ method }, reply) => {
          reply.header('allow', allowed);
          throw refuse(httpReasons.method_not_allowed, { method, allowed });
        },
      });
    }
  };
}
