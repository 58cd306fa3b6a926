import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf } from '#platform/embedded-postgres/index.ts';
import { freePort } from '#platform/free-port.ts';

// As an operator would: the commands themselves, on a folder of their own.

let folder: string;
let port: number;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-commands-'));
  chmodSync(folder, 0o755);
  port = await freePort();
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  while (serverPid() && identityOf(serverPid())) await sleep(50);
  rmSync(folder, { recursive: true, force: true });
});

const serverPid = () => Number(readIfThere('var/postgres/data/postmaster.pid').split('\n')[0]);
const readIfThere = (path: string) =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : '';

function command(script: string, args: string[] = [], change: Record<string, string> = {}) {
  const env = {
    ...process.env,
    MOTCUA_VAR: join(folder, 'var'),
    MOTCUA_DEMO: '0',
    PORT: String(port),
    ...change,
  };
  const child = spawn(process.execPath, [join('scripts', script), ...args], { env });
  running.add(child);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += String(chunk)));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return Number(code);
  });
  const said = async (what: string) => {
    while (!words.includes(what) && child.exitCode === null) await sleep(20);
    expect(words).toContain(what);
  };
  return { child, ended, said, words: () => words };
}

const runs = async (script: string, args: string[] = [], change: Record<string, string> = {}) => {
  const { ended, words } = command(script, args, change);
  return { code: await ended, words: words() };
};

const isReady = () => fetch(`http://localhost:${port}/readyz`).then(({ status }) => status === 200);

test('start serves; a second start on the same folder says so; Ctrl-C ends all of it in order', {
  timeout: 90_000,
}, async () => {
  const server = command('start.mjs');
  await server.said('ready');
  expect(await isReady()).toBe(true);

  const again = await runs('start.mjs');
  expect(again.code).toBe(1);
  expect(again.words).toContain(
    `Motcua is already running on ${join(folder, 'var')} (process ${server.child.pid})`,
  );

  const elsewhere = await runs('start.mjs', [], { MOTCUA_VAR: join(folder, 'other') });
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.words).toContain(`Port ${port} is taken`);

  const database = serverPid();
  server.child.kill('SIGINT');
  server.child.kill('SIGINT'); // a terminal and npm both pass it on
  expect(await server.ended).toBe(0);
  expect(server.words()).toMatch(/closing the web server.*stopping the jobs.*closing the database/s);
  expect(identityOf(database)).toBeNull();
  expect(existsSync(join(folder, 'var/lock'))).toBe(false);
});

test('killed without warning, the next start recovers; the operator’s commands share the running database', {
  timeout: 90_000,
}, async () => {
  const killed = command('start.mjs');
  await killed.said('ready');
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(join(folder, 'var/lock'))).toBe(true);

  const server = command('start.mjs');
  await server.said('ready');
  const verified = await runs('motcua.mjs', ['verify']);
  expect(verified).toMatchObject({ code: 0, words: expect.stringContaining('0 breaks') });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('without a server the commands open the database for as long as they need it', {
  timeout: 90_000,
}, async () => {
  const seeded = await runs('motcua.mjs', ['seed']);
  expect(seeded.code).toBe(0);
  const token = await runs('motcua.mjs', [
    'token',
    'first@example.vn',
    'administrator',
    'EVNSPC',
    'Người',
    'Đầu',
    'Tiên',
  ]);
  expect(token.code).toBe(0);
  expect(token.words.trim().split('\n').at(-1)).toMatch(/^[\w-]{16}$/);
  expect(await runs('motcua.mjs', ['token', 'nobody@example.vn'])).toMatchObject({ code: 1 });
  expect(await runs('motcua.mjs', ['nonsense'])).toMatchObject({ code: 2 });
  expect(serverPid()).toBe(0);
});

test('mistaken settings are refused together, before anything is opened', async () => {
  const { code, words } = await runs('start.mjs', [], { PORT: 'abc', MOTCUA_DEMO: 'maybe' });
  expect(code).toBe(2);
  expect(words).toContain('PORT must be a port number');
  expect(words).toContain('MOTCUA_DEMO must be 0');
});

test('a database that cannot be reached is said with its reason', async () => {
  const { code, words } = await runs('start.mjs', [], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(code).toBe(1);
  expect(words).toContain('ECONNREFUSED');
});
