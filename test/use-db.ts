import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { loadProfile } from '#modules/catalogue/index.ts';
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

/**
 * A database of this file's own, cloned from the migrated template; what a test wrote is deleted before the next.
 * With `profile` it holds the utility's profile as well, which stays; with `keeps` nothing is deleted between tests.
 */
export function useDb({ profile = false, keeps = false } = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = urlOf(name);
  const db = openDatabase(url, { connections: 8 });
  const owner = asOwner(url);
  const clock = testClock();
  let emptied = '';
  beforeAll(async () => {
    const template = profile ? await templateWithProfile() : 'template_migrated';
    await onServer((client) =>
      client.query(`create database ${name} template ${template} strategy file_copy`),
    );
    emptied = await tablesToEmpty(owner);
  });
  beforeEach(async () => {
    clock.reset();
    if (emptied && !keeps) await sql.raw(emptied).execute(owner);
  });
  afterAll(async () => {
    await db.destroy();
    await owner.destroy();
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return { db, owner, clock, url };
}

const urlOf = (name: string) => Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href;

function asOwner(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {}); // a test may end connections on purpose
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Made by whoever needs it first; the others wait for it. */
function templateWithProfile(): Promise<string> {
  return onServer(async (client) => {
    await client.query("select pg_advisory_lock(hashtext('template_profile'))");
    const { rowCount } = await client.query("select from pg_database where datname = 'template_profile'");
    if (rowCount === 0) await makeTemplateWithProfile(client);
    return 'template_profile';
  });
}

async function makeTemplateWithProfile(client: pg.Client): Promise<void> {
  await client.query('create database template_profile_new template template_migrated');
  const db = openDatabase(urlOf('template_profile_new'), { connections: 2 });
  await loadProfile(db, 'profiles/evnspc', testClock());
  await db.destroy();
  await client.query('alter database template_profile_new rename to template_profile');
}

/** Tables that the migrations or the profile filled hold reference rows and stay; all others are emptied, append-only ones included. */
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
