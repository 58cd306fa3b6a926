import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import { type AuthSettings, createAuth } from '#modules/accounts/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { openListener } from '#platform/postgres/listener.ts';
import { Refused } from '#platform/refused.ts';
import { consoleSurface } from '#surfaces/console.ts';
import type { TestDatabase } from './use-db.ts';

const settings: AuthSettings = {
  url: 'http://localhost:3000',
  secret: 'thử'.repeat(20),
  demo: true,
  oidc: null,
};

/** For tests: the console over HTTP on this file's database. */
export async function aConsole(
  t: TestDatabase,
  change: Partial<AuthSettings> = {},
): Promise<FastifyInstance & { accounts: ReturnType<typeof accountsOf> }> {
  const set = { ...settings, ...change };
  const app = Fastify({ forceCloseConnections: true });
  await app.register(formbody);
  await app.register(multipart);
  app.decorateRequest('language', 'vi');
  app.decorateReply('page', function page(element) {
    return this.type('text/html; charset=utf-8').send(`<!doctype html>${renderToStaticMarkup(element)}`);
  });
  app.setErrorHandler((error, _, reply) => {
    if (error instanceof Refused)
      return reply.status(error.reason.status).type('text/html').send(error.reason.vi);
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    return reply.status(500).send('500');
  });
  const changes = openListener(t.url, 'case_changed');
  app.addHook('onClose', () => changes.close());
  const accounts = accountsOf(t, set);
  await app.register(consoleSurface, {
    ...accounts,
    ...{ demo: set.demo, oidc: set.oidc !== null, url: set.url, changes },
    asset: (name: string) => `/assets/${name}`,
    files: openFileStore(await mkdtemp(join(tmpdir(), 'motcua-test-files-'))),
  });
  return Object.assign(app, { accounts });
}

const accountsOf = ({ db, clock }: TestDatabase, set: AuthSettings) => ({
  db,
  clock,
  auth: createAuth(db, set),
});

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
      maxAge === 0 || value === '' ? cookies.delete(name) : cookies.set(name, encodeURIComponent(value));
    return answer;
  };
  return {
    cookies,
    get: (url: string) => send({ method: 'GET', url }),
    post: (url: string, form: Record<string, string> = {}) =>
      send({
        method: 'POST',
        url,
        payload: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  };
}
