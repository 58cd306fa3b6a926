import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openKeyRing } from '#modules/accounts/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { aServer } from '#platform/http/server.ts';
import { open311Surface } from '#surfaces/open311.ts';
import type { TestDatabase } from './use-db.ts';

const unlimited = { withoutKey: 1e6, withKey: 1e6 };

/** For tests: the Open311 door over HTTP on this file's database. */
export async function anOpen311Door(t: TestDatabase, limits = unlimited): Promise<FastifyInstance> {
  const app = await aServer({ secret: 'for tests only'.repeat(4), logLevel: 'error', behindTls: false });
  const files = openFileStore(await mkdtemp(join(tmpdir(), 'motcua-test-files-')));
  const url = 'http://localhost:3000';
  const deps = { db: t.db, clock: t.clock, files, url, demo: false, ring: openKeyRing(t), limits };
  await app.register(async (surface) => open311Surface(surface, deps), { prefix: '/open311' });
  return app;
}
