import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityOf } from './embedded-postgres/index.ts';
import { FolderInUse, keptSecret, lockFolder } from './var-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-var-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('one holder at a time, and nothing left behind', async () => {
  const release = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  await release();
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that was killed counts for nothing', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  writeFileSync(join(folder, 'lock'), identityOf(child.pid ?? 0) ?? '');
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await lockFolder(folder))();
});

test('a number of a process that was used again is not mistaken for the holder', async () => {
  writeFileSync(join(folder, 'lock'), `${process.pid} another-boot 12345`);
  await (await lockFolder(folder))();
});

test('of many who want it at once over a stale lock exactly one gets it', async () => {
  writeFileSync(join(folder, 'lock'), '999999999 gone 1');
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the secret is made once, and only its owner reads it', async () => {
  const secret = await keptSecret(folder);
  expect(secret.length).toBeGreaterThan(40);
  expect(await keptSecret(folder)).toBe(secret);
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(secret);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});
