import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { createApiKey, type KeyChannel, type KeyRole, openKeyRing } from '#modules/accounts/index.ts';
import { keySealerFrom } from '#modules/papers/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { aServer } from '#platform/http/server.ts';
import { type ApiDeps, apiSurface } from '#surfaces/api.ts';
import { portalFrames } from '#surfaces/portal-frame.ts';
import type { TestDatabase } from './use-db.ts';

const url = 'http://localhost:3000';
/** For tests: by which this installation seals what it keeps. */
export const apiSecret = 'for tests only'.repeat(4);
const secret = apiSecret;

/** For tests: what the machine interface works with, on this file's database. */
export async function apiDepsOf(t: TestDatabase, rate: number, frame: ApiDeps['frame']): Promise<ApiDeps> {
  const files = openFileStore(await mkdtemp(join(tmpdir(), 'motcua-test-files-')));
  const webhooks = { db: t.db, clock: t.clock, sealer: sealerFrom(secret), allowPrivate: true };
  const sealer = keySealerFrom(secret);
  return { db: t.db, clock: t.clock, files, url, ring: openKeyRing(t), rate, frame, webhooks, sealer };
}

/** For tests: the machine interface over HTTP on this file's database. */
export async function anApi(t: TestDatabase, { rate = 0 } = {}) {
  const app = await aServer({ secret, logLevel: 'error', behindTls: false });
  const portal = portalFrames(t.db, t.clock, (name) => `/assets/${name}`);
  answerFailures(app, portal.refusal, url);
  const deps = await apiDepsOf(t, rate, portal.frame);
  await app.register(apiSurface, deps);
  await app.ready();

  /** A program with a key of its own. */
  async function aProgram(role: KeyRole, unitCode: string, channel: KeyChannel = 'api') {
    const wanted = { name: `${role} của ${unitCode}`, role, unitCode, channel, createdBy: 'test' };
    const { id, token } = await createApiKey(t, wanted);
    const send = (options: InjectOptions) =>
      app.inject({ ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });
    return {
      id,
      token,
      send,
      get: (path: string, headers = {}) => send({ method: 'GET', url: path, headers }),
      post: (path: string, payload: object = {}, headers = {}) =>
        send({ method: 'POST', url: path, payload, headers }),
    };
  }
  return { app, aProgram };
}

export type Program = Awaited<ReturnType<Awaited<ReturnType<typeof anApi>>['aProgram']>>;

/** What an app files: a home in a town of Tây Ninh. */
export const aNotice = (change: object = {}) => ({
  service: 'cap-dien-sinh-hoat',
  details: { area: 'rural', new_line: 'no', phase: 'one' },
  customer: { name: 'Nguyễn Thị Đào', phone: '0912 345 678' },
  address: 'Số 12, ấp Long Thới',
  district: '709',
  ...change,
});

type Refusal = { json(): { errors: { in: string; pointer: string; code: string }[] } };
/** The places that an answer blames, each with why. */
export const pointers = (answer: Refusal): string[] =>
  answer.json().errors.map((error) => `${error.in} ${error.pointer} ${error.code}`);

/** A form with one file, as its bytes and headers. */
export async function aForm(
  content: string | Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
  field = 'file',
) {
  const data = new FormData();
  data.append(field, new Blob([content], { type }), name);
  const request = new Request('http://localhost', { method: 'POST', body: data });
  const payload = Buffer.from(await request.arrayBuffer());
  return { payload, headers: { 'content-type': request.headers.get('content-type') ?? '' } };
}
