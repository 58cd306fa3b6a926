import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;

// bigint and count(*) come back as numbers: no identifier or count here passes 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date is a day of the calendar, not an instant: it stays the text 'YYYY-MM-DD'.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

const asApplication =
  '-c role=motcua_app -c search_path=public -c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000';

/** A pool that works as `motcua_app`: row-level security holds for every statement it sends. */
export function openDatabase(url: string, { connections = 10, onError = (_: Error) => {} } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: asApplication,
    connectionTimeoutMillis: 3000,
    allowExitOnIdle: true,
  });
  // A connection that breaks, idle or at work, must not end the process; whoever works on it gets the error too.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
