import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** For tests that kill it: the built server as it is started in earnest, on this database. What still runs at the end is killed. */
export function inEarnest(url: string, secret: string) {
  const started: ChildProcess[] = [];
  let folder: string;
  beforeAll(async () => {
    const { build } = await import('../scripts/lib/build.mjs');
    await build();
    folder = await mkdtemp(join(tmpdir(), 'motcua-kill-'));
  }, 90_000);
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  return (command: 'serve-all' | 'worker', more: Record<string, string>) => {
    const settings = { DATABASE_URL: url, MOTCUA_VAR: folder, MOTCUA_SECRET: secret, MOTCUA_DEMO: '0' };
    const child = spawn(process.execPath, ['dist/main.js', command], {
      env: { ...process.env, ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        said = `${said}${part}`.slice(-2000);
      });
    return { child, lastWords: () => said };
  };
}
