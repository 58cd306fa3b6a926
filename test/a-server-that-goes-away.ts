import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
import { migrate } from '#platform/postgres/migrate.ts';

export type UnsteadyServer = {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

/** For tests: a PostgreSQL of its own that can be stopped and started. A door in front keeps its address the same over a restart. */
export async function aServerThatGoesAway(): Promise<UnsteadyServer> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-unsteady-'));
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>> | undefined;
  const open = new Set<Socket>();
  const door = createServer((visitor) => {
    open.add(visitor);
    visitor.on('close', () => open.delete(visitor)).on('error', () => visitor.destroy());
    if (!server) return visitor.resetAndDestroy();
    const inside = connect(Number(new URL(server.url).port), '127.0.0.1');
    inside.on('error', () => visitor.resetAndDestroy()).on('close', () => visitor.destroy());
    visitor.pipe(inside).pipe(visitor);
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  const start = async () => {
    server = await startEmbeddedPostgres(folder, { settings: hasty });
  };
  const stop = async () => {
    const stopping = server;
    server = undefined;
    await stopping?.stop();
  };
  await start();
  const url = new URL(server?.url ?? '');
  const address = door.address();
  url.port = typeof address === 'object' && address ? String(address.port) : '';
  await migrate(url.href);
  return {
    url: url.href,
    start,
    stop,
    async close() {
      await stop();
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => door.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
