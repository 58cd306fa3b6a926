import type { FastifyInstance } from 'fastify';
import { actRoutes } from './act-routes.tsx';
import { type CaseConsoleDeps, caseRoutes } from './case-routes.tsx';
import { liveRoute } from './live-route.ts';
import { queueRoutes } from './queue-routes.tsx';

/** The pages of cases for staff. */
export function caseConsole(app: FastifyInstance, deps: CaseConsoleDeps): void {
  queueRoutes(app, deps);
  caseRoutes(app, deps);
  actRoutes(app, deps);
  liveRoute(app, deps);
}

export type { CaseConsoleDeps };
