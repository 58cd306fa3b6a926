import type { FastifyInstance } from 'fastify';
import { type PaperPortalDeps, signRoutes } from './sign-routes.tsx';
import { verifyRoutes } from './verify-routes.tsx';

/** Papers at the portal: signed by the customer, checked by anybody. */
export function paperPortal(app: FastifyInstance, deps: PaperPortalDeps): void {
  signRoutes(app, deps);
  verifyRoutes(app, deps);
}
