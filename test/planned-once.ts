import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll } from 'vitest';
import type { Database } from '#platform/postgres/database.ts';
import type { DB } from '#platform/postgres/schema.ts';

/**
 * For tests with thousands of acts: as the application, with every statement prepared, so that PostgreSQL plans it once a connection.
 * Planning anew each time, under row-level security, is two thirds of what an act costs.
 */
export function plannedOnce(url: string, connections: number): Database {
  const options = '-c role=motcua_app -c search_path=public -c plan_cache_mode=force_generic_plan';
  const pool = new pg.Pool({ connectionString: url, max: connections, options });
  pool.on('connect', prepare);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  afterAll(() => db.destroy());
  return db;
}

function prepare(client: pg.PoolClient): void {
  const { query } = client;
  Object.defineProperty(client, 'query', {
    value: (text: string, values: readonly unknown[]) => {
      const name = createHash('md5').update(text).digest('hex');
      return Reflect.apply(query, client, [{ name, text, values: [...values] }]);
    },
  });
}
