import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type AuthSettings, createAuth } from '#modules/accounts/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { keySealerFrom } from '#modules/papers/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { serveAssets } from '#platform/http/assets.ts';
import { aServer } from '#platform/http/server.ts';
import { openListener } from '#platform/postgres/listener.ts';
import { agencySurface } from '#surfaces/agency.ts';
import { consoleRefusal, consoleSurface } from '#surfaces/console.ts';
import type { TestDatabase } from './use-db.ts';

const settings: AuthSettings = {
  url: 'http://localhost:3000',
  secret: 'for tests only'.repeat(4),
  demo: true,
  oidc: null,
};

/** For tests: the console over HTTP on this file's database; `dist` where a browser needs its script and style. */
export async function aConsole(t: TestDatabase, change: Partial<AuthSettings> = {}, dist?: string) {
  const set = { ...settings, ...change };
  const accounts = { db: t.db, clock: t.clock, auth: createAuth(t.db, set) };
  const app = await aServer({ secret: set.secret, logLevel: 'error', behindTls: false });
  const changes = openListener(t.url, 'case_changed');
  app.addHook('onClose', () => changes.close());
  const asset = dist ? await serveAssets(app, dist) : (name: string) => `/assets/${name}`;
  answerFailures(app, consoleRefusal(asset));
  const files = openFileStore(await mkdtemp(join(tmpdir(), 'motcua-test-files-')));
  const { demo, url } = set;
  const staffed = { ...accounts, demo, oidc: set.oidc !== null, url, asset, files };
  await app.register(agencySurface, staffed);
  await app.register(consoleSurface, {
    ...staffed,
    changes,
    asset,
    files,
    sealer: keySealerFrom(set.secret),
    sends: false,
    webhooks: { db: t.db, clock: t.clock, sealer: sealerFrom(set.secret), allowPrivate: true },
    mailAddresses: ['cskh@thu.example'],
  });
  return { app, accounts, files };
}

/** For tests: a browser without scripts that keeps its cookies. */
export function aBrowser(app: FastifyInstance) {
  const cookies = new Map<string, string>();
  const send = async (options: InjectOptions) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      ...options,
      headers: { ...options.headers, ...(cookie ? { cookie } : {}) },
    });
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0 || value === '') cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    return answer;
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    cookies,
    get: (url: string) => send({ method: 'GET', url }),
    post: (url: string, fields: Record<string, string> = {}) =>
      send({ method: 'POST', url, payload: new URLSearchParams(fields).toString(), headers: form }),
    upload: async (
      url: string,
      fields: Record<string, string>,
      file: { name: string; content: string | Buffer<ArrayBuffer>; field?: string },
    ) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      data.append(file.field ?? 'files', new Blob([file.content], { type: 'application/pdf' }), file.name);
      const request = new Request('http://localhost', { method: 'POST', body: data });
      const payload = Buffer.from(await request.arrayBuffer());
      const headers = { 'content-type': request.headers.get('content-type') ?? '' };
      return send({ method: 'POST', url, payload, headers });
    },
  };
}

/** For tests: a browser in which this person of the demonstration has signed in. */
export async function signedIn(app: FastifyInstance, actor: Actor) {
  const browser = aBrowser(app);
  await browser.post('/bang/dang-nhap/minh-hoa', { staffId: actor.id, next: '/bang' });
  return { actor, ...browser };
}
