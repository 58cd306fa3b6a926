import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { answerFailures } from './answer-failures.ts';
import { aServer } from './server.ts';

type Server = Awaited<ReturnType<typeof aServer>>;
let app: Server;
afterEach(() => app.close());

/** A server of four places, two for one address, in which a request stays until it is let go. */
async function aSmallServer() {
  app = await aServer({
    secret: 'for tests only '.repeat(3),
    logLevel: 'silent',
    behindTls: false,
    mostAtOnce: 4,
  });
  answerFailures(app, (_, reply, refused) => reply.send(refused.reason.vi));
  const held: (() => void)[] = [];
  app.post('/api/slow', async () => ({ done: true }));
  app.get('/api/slow', () => new Promise((resolve) => held.push(() => resolve({ done: true }))));
  app.get(
    '/open',
    { config: { staysOpen: true } },
    () => new Promise((resolve) => held.push(() => resolve('x'))),
  );
  app.get('/healthz', async () => 'well');
  await app.listen({ port: 0, host: '127.0.0.1' });
  const base = app.listeningOrigin;
  return { held, get: (path: string, signal?: AbortSignal) => fetch(base + path, signal ? { signal } : {}) };
}

test('who comes beyond the places is told when to come back; the others are served, and then there is room again', async () => {
  const { held, get } = await aSmallServer();
  const served = [get('/api/slow'), get('/api/slow')];
  await expect.poll(() => held.length).toBe(2);
  const refused = await get('/api/slow');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  expect(await refused.json()).toMatchObject({ status: 429, type: expect.stringContaining('busy') });
  expect((await get('/healthz')).status).toBe(200);
  for (const go of held.splice(0)) go();
  expect((await Promise.all(served)).map(({ status }) => status)).toEqual([200, 200]);
  const later = get('/api/slow');
  await expect.poll(() => held.length).toBe(1);
  held[0]?.();
  expect((await later).status).toBe(200);
});

test('a client that goes away leaves its place; a stream that stays open takes none', async () => {
  const { held, get } = await aSmallServer();
  const streams = [get('/open'), get('/open'), get('/open')];
  await expect.poll(() => held.length).toBe(3);
  const leaving = new AbortController();
  const gone = [get('/api/slow', leaving.signal), get('/api/slow', leaving.signal)];
  await expect.poll(() => held.length).toBe(5);
  expect((await get('/api/slow')).status).toBe(429);
  leaving.abort();
  await Promise.allSettled(gone);
  const next = get('/api/slow');
  await expect.poll(() => held.length, { timeout: 5000 }).toBe(6);
  for (const go of held) go();
  expect((await next).status).toBe(200);
  await Promise.all(streams);
});

test('requests that never arrive whole take no place', async () => {
  const { held, get } = await aSmallServer();
  const { port } = new URL(app.listeningOrigin);
  const stalled = Array.from({ length: 6 }, () => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      'POST /api/slow HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    );
    return socket;
  });
  await Promise.all(stalled.map((socket) => once(socket, 'connect')));
  const next = get('/api/slow');
  await expect.poll(() => held.length).toBe(1);
  held[0]?.();
  expect((await next).status).toBe(200);
  for (const socket of stalled) socket.destroy();
});
