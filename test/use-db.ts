import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { type Database, openDatabase } from '#platform/postgres/database.ts';
import type { DB } from '#platform/postgres/schema.ts';
import { type TestClock, testClock } from './test-clock.ts';

export type TestDatabase = {
  /** As the application: motcua_app, under row-level security. */
  db: Database;
  /** As the owner of the tables: sees and may do everything; for builders and for looking behind the scenes. */
  owner: Database;
  /** Starts every test on Wednesday 4 March 2026, 09:00 in Viet Nam. */
  clock: TestClock;
  url: string;
};

/** A database of this file's own, cloned from the migrated template; what a test wrote is deleted before the next. */
export function useDb(): TestDatabase {
  const name = `test_${process.env.VITEST_POOL_ID ?? '1'}`;
  const url = Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href;
  const db = openDatabase(url, { connections: 8 });
  const owner = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
  });
  const clock = testClock();
  let emptied = '';
  beforeAll(async () => {
    await clone(name, 'template_migrated');
    emptied = await tablesToEmpty(owner);
  });
  beforeEach(async () => {
    clock.reset();
    if (emptied) await sql.raw(emptied).execute(owner);
  });
  afterAll(async () => {
    await db.destroy();
    await owner.destroy();
  });
  return { db, owner, clock, url };
}

async function clone(name: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name} template ${template} strategy file_copy`);
  await client.end();
}

/** Tables that migrations filled hold reference rows and stay; all others are emptied, append-only ones included. */
async function tablesToEmpty(owner: Database): Promise<string> {
  const { rows } = await sql<{ table: string }>`
    select format('%I.%I', schemaname, tablename) as table from pg_tables
    where schemaname in ('public', 'graphile_worker') and tablename !~ '^(kysely_|migrations$)'`.execute(
    owner,
  );
  const checks = rows.map(
    ({ table }) => `select '${table}' as table where not exists (select from ${table})`,
  );
  if (checks.length === 0) return '';
  const empty = await sql.raw<{ table: string }>(checks.join(' union all ')).execute(owner);
  const deletes = empty.rows.map(({ table }) => `delete from ${table};`);
  return `do $$ begin set local session_replication_role = replica; ${deletes.join(' ')} end $$`;
}
