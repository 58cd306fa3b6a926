import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import { identityOf } from './process.ts';

let folder: string;
const start = () => startEmbeddedPostgres(folder, { settings: { fsync: 'off' }, database: 'kept' });
const pidFile = () => join(folder, 'data/postmaster.pid');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-embedded-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

/** Waits until nobody is left of the server with this number. */
async function gone(pid: number): Promise<void> {
  while (identityOf(pid) !== null) await sleep(20);
}

test('what was written is there after a stop and a start, and the server is gone in between', async () => {
  const first = await start();
  await ask(first.url, "create table said as select 'một cửa' as words");
  await first.stop();
  expect(identityOf(first.pid)).toBeNull();
  expect(await runningEmbeddedPostgres(folder)).toBeNull();

  const second = await start();
  expect(await ask(second.url, 'select words from said')).toEqual([{ words: 'một cửa' }]);
  expect((await runningEmbeddedPostgres(folder))?.('kept')).toBe(second.url);
  await second.stop();
});

test('it sorts and folds letters the same on every machine', async () => {
  const server = await start();
  const sql =
    "select lower('ĐIỆN LỰC') as low, current_setting('TimeZone') as zone, pg_encoding_to_char(encoding) as text from pg_database limit 1";
  expect(await ask(server.url, sql)).toEqual([{ low: 'điện lực', zone: 'UTC', text: 'UTF8' }]);
  await server.stop();
});

test('killed without warning, it comes back with what was committed', async () => {
  const first = await start();
  await ask(first.url, 'create table counted as select 1 as n');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  expect(readFileSync(pidFile(), 'utf8')).toContain(String(first.pid));

  const second = await start();
  expect(await ask(second.url, 'select n from counted')).toEqual([{ n: 1 }]);
  await second.stop();
});

test('one that still runs, left by somebody who vanished, is stopped first', async () => {
  const orphan = await start();
  const next = await start();
  await gone(orphan.pid);
  expect(await ask(next.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await next.stop();
});

test('its lock naming a living stranger is not mistaken for a server', async () => {
  writeFileSync(pidFile(), `${process.pid}\n${join(folder, 'data')}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  const server = await start();
  expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await server.stop();
});

test('it stops by itself when whoever started it is killed', async () => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    const { pid } = await startEmbeddedPostgres(${JSON.stringify(folder)}, { settings: { fsync: 'off' } });
    process.stdout.write(String(pid));
    process.kill(process.pid, 'SIGKILL');`;
  let pid = 0;
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) pid = Number(error.stdout);
  }
  expect(pid).toBeGreaterThan(0);
  await gone(pid);
});

test('a lost password file is said, and the data are not touched', async () => {
  const path = join(folder, 'password');
  const password = readFileSync(path);
  rmSync(path);
  await expect(start()).rejects.toThrow('its password file is missing');
  writeFileSync(path, password);
  await (await start()).stop();
});
