import type { FastifyInstance } from 'fastify';
import { createApiKey, type KeyChannel, type KeyRole } from '#modules/accounts/index.ts';
import { apiSurface } from '#surfaces/api.ts';
import { portalFrames } from '#surfaces/portal-frame.ts';
import { apiDepsOf } from './an-api.ts';
import type { TestDatabase } from './use-db.ts';

/** For tests: the machine interface beside whatever else this server has. */
export async function withApi(app: FastifyInstance, t: TestDatabase): Promise<void> {
  const { frame } = portalFrames(t.db, t.clock, (name) => name);
  const deps = await apiDepsOf(t, 0, frame);
  await app.register(async (surface) => apiSurface(surface, deps));
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
