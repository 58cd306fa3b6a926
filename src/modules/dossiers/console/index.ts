import type { FastifyInstance } from 'fastify';
import type { DossierConsoleDeps } from '../deps.ts';
import { conflictRoutes } from './conflict-routes.tsx';
import { connectionRoutes } from './connection-routes.tsx';
import { dossierRoutes } from './dossier-routes.tsx';
import { registerRoutes } from './register-routes.tsx';

/** The pages of dossiers and of the connections to portals for staff. */
export function dossierConsole(app: FastifyInstance, deps: DossierConsoleDeps): void {
  dossierRoutes(app, deps);
  registerRoutes(app, deps);
  conflictRoutes(app, deps); // before the connections, whose addresses hold any word in this place
  connectionRoutes(app, deps);
}
