import type { FastifyInstance } from 'fastify';
import { type PortalDoorDeps, portalDoor } from '#modules/dossiers/index.ts';

/** What the State's portals reach under /api/portals, with signed messages. */
export async function statePortalsSurface(app: FastifyInstance, deps: PortalDoorDeps): Promise<void> {
  portalDoor(app, deps); // /api/portals/…/messages  /api/portals/…/files
}
