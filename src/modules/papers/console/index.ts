import type { FastifyInstance } from 'fastify';
import type { PaperConsoleDeps } from './deps.ts';
import { keyRoutes } from './key-routes.tsx';
import { makeRoutes } from './make-routes.tsx';
import { paperRoutes } from './paper-routes.tsx';

/** Papers at the console: made, read and signed by the unit; the keys it signs with. */
export function paperConsole(app: FastifyInstance, deps: PaperConsoleDeps): void {
  makeRoutes(app, deps);
  paperRoutes(app, deps);
  keyRoutes(app, deps);
}

export { sectionOnCase } from './section-on-case.ts';
export type { PaperConsoleDeps };
