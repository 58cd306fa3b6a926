import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createApiKey, openKeyRing } from '#modules/accounts/index.ts';
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

/** A key of an application that files by this door. */
export const anOpen311Key = (t: TestDatabase, change: object = {}) =>
  createApiKey(t, {
    name: 'Ứng dụng thành phố',
    role: 'app',
    unitCode: 'CSKH',
    channel: 'open311',
    createdBy: 'x',
    ...change,
  });

/** What an application sends of a leaning pole. */
export const aNotice = (token: string) => ({
  api_key: token,
  service_code: 'tra-cuu-tu-van',
  address_string: '12 ấp Long Thới, thị xã Hòa Thành, tỉnh Tây Ninh',
  phone: '0912 345 678',
  last_name: 'Nguyễn Thị',
  first_name: 'Đào',
  description: 'Trụ điện nghiêng <b>sắp ngã</b> & dây chùng',
  'attribute[topic]': 'outage',
});

/** Talks to the door as JSON. */
export const talkTo = (app: FastifyInstance) => ({
  get: (path: string) => app.inject({ url: `/open311${path}` }),
  post: (fields: Record<string, string>, headers: object = {}) =>
    app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
      payload: new URLSearchParams(fields).toString(),
    }),
  async filed(fields: Record<string, string>): Promise<string> {
    const answer = await this.post(fields);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return String(answer.json()[0].service_request_id);
  },
});

export const without = (fields: Record<string, string>, ...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
