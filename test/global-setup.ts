import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
import { identityOf } from '#platform/embedded-postgres/process.ts';
import { migrate } from '#platform/postgres/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the test server; the database name is put in place of `postgres`. */
    serverUrl: string;
  }
}

const place = join(tmpdir(), `motcua-test-${process.getuid?.() ?? 'any'}`);
const hasty = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** One server a run, thrown away after it; its template is migrated once and cloned by every worker. */
export default async function setup(project: TestProject) {
  await sweepAbandoned();
  const folder = await mkdtemp(join(place, 'run-'));
  await writeFile(join(folder, 'owner'), identityOf(process.pid) ?? '');
  await useOwnTemporaryFolder(join(folder, 'tmp'));
  const server = await startEmbeddedPostgres(folder, { settings: hasty });
  try {
    await makeTemplate(server.url, server.urlOf('template_migrated'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Whatever tests put into the system's temporary folder goes with the run. */
async function useOwnTemporaryFolder(path: string): Promise<void> {
  await mkdir(path);
  process.env.TMPDIR = path;
}

async function makeTemplate(serverUrl: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query('create database template_migrated');
  await client.end();
  await migrate(url);
}

/** A run that was killed could not tidy up after itself. Its server stopped by itself; its files are still there. */
async function sweepAbandoned(): Promise<void> {
  await mkdir(place, { recursive: true, mode: 0o755 });
  for (const name of await readdir(place)) {
    const owner = await readFile(join(place, name, 'owner'), 'utf8').catch(() => null);
    if (owner && owner !== identityOf(Number(owner.split(' ')[0])))
      await rm(join(place, name), { recursive: true, force: true });
  }
}
