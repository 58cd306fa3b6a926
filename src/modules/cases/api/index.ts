import type { FastifyInstance } from 'fastify';
import { actRoutes } from './act-routes.ts';
import type { CaseApiDeps } from './deps.ts';
import { fileRoutes } from './file-routes.ts';
import { listRoutes } from './list-routes.ts';
import { readRoutes } from './read-routes.ts';

/** Cases for programs: found, read, acted on, their papers sent and fetched. Opening one is the doors' own (intake). */
export function casesApi(app: FastifyInstance, deps: CaseApiDeps): void {
  listRoutes(app, deps);
  readRoutes(app, deps);
  actRoutes(app, deps);
  fileRoutes(app, deps);
}
