import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

/** Brings a database to today's shape: the job tables, the numbered migrations, then the views. Returns the names applied. */
export async function migrate(url: string, root = process.cwd()): Promise<string[]> {
  await runMigrations({ connectionString: url });
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({
      pool: new pg.Pool({ connectionString: url, max: 2, options: '-c search_path=public' }),
    }),
  });
  try {
    const migrator = new Migrator({
      allowUnorderedMigrations: true, // each module numbers within a range of its own
      db,
      provider: { getMigrations: () => sqlFiles(join(root, 'db/migrations')) },
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    await recreateViews(db, join(root, 'db/views'));
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function readSql(folder: string): Promise<[string, string][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const read = async (name: string): Promise<[string, string]> => [
    name.slice(0, -4),
    await readFile(join(folder, name), 'utf8'),
  ];
  return Promise.all(names.map(read));
}

async function sqlFiles(folder: string): Promise<Record<string, Migration>> {
  const files = await readSql(folder);
  return Object.fromEntries(
    files.map(([name, text]) => [
      name,
      { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) },
    ]),
  );
}

/** Views hold no data, so they are dropped and made again whenever their text changed. */
async function recreateViews(db: Kysely<Record<string, never>>, folder: string): Promise<void> {
  const views = inOrder(await readSql(folder));
  const digest = createHash('sha256').update(JSON.stringify(views)).digest('hex');
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('motcua views'))`.execute(trx);
    const current = await sql<{ value: string }>`select value from motcua.facts where name = 'views'`.execute(
      trx,
    );
    if (current.rows[0]?.value === digest) return;
    for (const [name, text] of views) {
      await sql.raw(`drop view if exists "${name}" cascade`).execute(trx);
      await sql.raw(text).execute(trx);
      await sql.raw(`grant select on "${name}" to motcua_app`).execute(trx);
    }
    await sql`insert into motcua.facts (name, value) values ('views', ${digest})
      on conflict (name) do update set value = excluded.value`.execute(trx);
  });
}

/** By name, but each after the views that its text names. */
function inOrder(views: [string, string][]): [string, string][] {
  const ordered: [string, string][] = [];
  const put = ([name, text]: [string, string]) => {
    if (ordered.some(([known]) => known === name)) return;
    for (const other of views)
      if (other[0] !== name && new RegExp(`\\b(from|join) ${other[0]}\\b`).test(text)) put(other);
    ordered.push([name, text]);
  };
  views.forEach(put);
  return ordered;
}
