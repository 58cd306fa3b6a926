import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type AuthSettings, createAuth } from '#modules/accounts/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { aServer } from '#platform/http/server.ts';
import { openListener } from '#platform/postgres/listener.ts';
import { consoleRefusal, consoleSurface } from '#surfaces/console.ts';
import type { TestDatabase } from './use-db.ts';

const settings: AuthSettings = {
  url: 'http://localhost:3000',
  secret: 'for tests only'.repeat(4),
  demo: true,
  oidc: null,
};
const asset = (name: string) => `/assets/${name}`;

/** For tests: the console over HTTP on this file's database. */
export async function aConsole(t: TestDatabase, change: Partial<AuthSettings> = {}) {
  const set = { ...settings, ...change };
  const accounts = { db: t.db, clock: t.clock, auth: createAuth(t.db, set) };
  const app = await aServer({ secret: set.secret, logLevel: 'error', behindTls: false });
  const changes = openListener(t.url, 'case_changed');
  app.addHook('onClose', () => changes.close());
  answerFailures(app, consoleRefusal(asset));
  const files = openFileStore(await mkdtemp(join(tmpdir(), 'motcua-test-files-')));
  const { demo, url } = set;
  await app.register(consoleSurface, {
    ...accounts,
    demo,
    oidc: set.oidc !== null,
    url,
    changes,
    asset,
    files,
    sends: false,
  });
  return { app, accounts };
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
  };
}
