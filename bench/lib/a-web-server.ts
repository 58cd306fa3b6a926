import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type WebServer = { base: string; stop(): Promise<void> };

/** The web server as an operator runs it (`motcua web`), in a process of its own. */
export async function aWebServer(databaseUrl: string, env: Record<string, string> = {}): Promise<WebServer> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-var-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/main.js', 'web'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      MOTCUA_VAR: folder,
      SMTP_IN_PORT: '0',
      ...env,
    },
  });
  const base = `http://127.0.0.1:${port}`;
  await ready(base, child);
  return {
    base,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ready(base: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`the web server ended with ${child.exitCode}`);
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('the web server does not get ready');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
