import { request } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFailures } from './answer-failures.ts';
import { aServer } from './server.ts';

let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  app = await aServer({ secret: 'for tests only'.repeat(4), logLevel: 'silent', behindTls: false });
  answerFailures(app, (_, reply, { reason }) => reply.send(reason.code));
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => app.close());

/** Sent as it stands: `fetch` would mend it first. */
const ask = (path: string) =>
  new Promise<string>((resolve, reject) =>
    request({ host: '127.0.0.1', port, path }, (answer) => {
      answer.setEncoding('utf8').once('data', (body) => resolve(`${answer.statusCode} ${body}`));
    })
      .on('error', reject)
      .end(),
  );

test.each([
  '//',
  '//[',
  '/////',
  '/%',
  '/a/%zz',
  '/a/%ff',
  '/a/%ff?d=%E1%BB%AD',
  '/a?b=%ff&c=%',
  '/http://x:y',
])('an address that no program can read, %s, is a page that is not there', async (path) =>
  expect(await ask(path)).toBe('404 page_not_found'),
);
