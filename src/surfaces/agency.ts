import type { FastifyInstance } from 'fastify';
import { requireStaff } from '#modules/accounts/index.ts';
import { type BodyDeps, linkRoutes, officerRoutes } from '#modules/agencies/index.ts';
import { consoleLinks } from './console.ts';

export type AgencySurfaceDeps = Omit<BodyDeps, 'links'>;

/** What State bodies reach under /co-quan: officers who signed in, and whoever was sent a link for one step. */
export async function agencySurface(app: FastifyInstance, given: AgencySurfaceDeps): Promise<void> {
  const deps = { ...given, links: consoleLinks };
  app.decorateRequest('signedIn', null);
  await app.register(async (open) => linkRoutes(open, deps)); // /co-quan/viec/…
  await app.register(async (inside) => {
    requireStaff(inside, deps, 'agency');
    officerRoutes(inside, deps); // /co-quan  /co-quan/buoc/…
  });
}
