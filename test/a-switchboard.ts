import type { FastifyInstance } from 'fastify';
import { createApiKey, type KeyChannel, type KeyRole, openKeyRing } from '#modules/accounts/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { apiSurface } from '#surfaces/api.ts';
import type { TestDatabase } from './use-db.ts';

/** For tests: the machine interface beside whatever else this server has. */
export async function withApi(app: FastifyInstance, t: TestDatabase): Promise<void> {
  const files = openFileStore('/nonexistent');
  const ring = openKeyRing(t);
  await app.register(async (surface) =>
    apiSurface(surface, { db: t.db, clock: t.clock, files, url: 'http://localhost', ring }),
  );
}

type Key = { role?: KeyRole; unitCode?: string; channel?: KeyChannel };

/** For tests: a key of a switchboard; the care centre's unless told otherwise. */
export const aPhoneKey = async (
  t: TestDatabase,
  { role = 'agent', unitCode = 'CARE', channel = 'phone' }: Key = {},
) => (await createApiKey(t, { name: 'Tổng đài', role, unitCode, channel, createdBy: 'x' })).token;

/** For tests: tells of a call over HTTP as a switchboard does. */
export async function tell(app: FastifyInstance, token: string, event: Record<string, unknown>) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/calls',
    payload: event,
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.statusCode, body: answer.json() };
}
