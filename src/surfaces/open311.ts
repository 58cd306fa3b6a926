import type { FastifyInstance } from 'fastify';
import { type Open311Deps, open311Routes } from '#modules/intake/index.ts';

/** What applications that speak Open311 GeoReport v2 reach under /open311. */
export function open311Surface(app: FastifyInstance, deps: Open311Deps): Promise<void> {
  return open311Routes(app, deps); // /discovery  /v2/services  /v2/requests  /v2/tokens
}
