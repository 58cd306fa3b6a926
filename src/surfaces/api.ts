import type { FastifyInstance } from 'fastify';
import { type KeyRing, requireKey } from '#modules/accounts/index.ts';
import { callsApi } from '#modules/intake/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';

export type ApiDeps = { db: Database; clock: Clock; files: FileStore; url: string; ring: KeyRing };

/** The machine interface: what programs reach under /api/v1 with a key. */
export async function apiSurface(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  requireKey(app, deps.ring);
  callsApi(app, deps);
  app.get('/api/v1', async () => ({ version: '1' }));
}
