import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile } from '#modules/catalogue/index.ts';
import { systemClock } from '#platform/clock.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { migrate } from '#platform/postgres/migrate.ts';

export type Measured = {
  urlOf: (database: string) => string;
  make(name: string): Promise<string>;
  stop(): Promise<void>;
};

/** A PostgreSQL with its ordinary, durable settings, thrown away afterwards. `make`: a database with the profile in it. */
export async function aPostgres(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  const server = await startEmbeddedPostgres(folder, { database: 'postgres' });
  return {
    urlOf: server.urlOf,
    async make(name) {
      const { default: pg } = await import('pg');
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      const url = server.urlOf(name);
      await migrate(url);
      const db = openDatabase(url, { connections: 2 });
      await loadProfile(db, 'profiles/evnspc', systemClock);
      await db.destroy();
      return url;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
