import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** The rows that one opening leaves, read off a case that was opened by the act itself. */
async function rowsOf(client: pg.Client): Promise<{ statements: string[]; rows: number }> {
  const { rows } = await client.query('select * from cases order by opened_at desc limit 1');
  const found = rows[0];
  const tables = ['cases', 'case_events', 'case_tasks', 'deadline_alarms'];
  const statements: string[] = [];
  let count = 0;
  for (const table of tables) {
    const key = table === 'cases' ? 'id' : 'case_id';
    const { rows: own } = await client.query(`select to_jsonb(t) as row from ${table} t where ${key} = $1`, [
      found.id,
    ]);
    count += own.length;
    for (const { row } of own) statements.push(await insertOf(client, table, row));
  }
  return { statements, rows: count + 1 };
}

/** Each id is made anew from the transaction's number, so that the same rows can be written again and again. */
const made: Record<string, string> = {
  id: 'md5(:n::text)::uuid',
  case_id: 'md5(:n::text)::uuid',
  request_id: `md5('r' || :n)::uuid`,
  hash: `encode(sha256((:n::text)::bytea), 'hex')`,
  code: `lpad((:n % 100000000000)::text, 11, '0')`,
};

async function insertOf(client: pg.Client, table: string, row: Record<string, unknown>): Promise<string> {
  const { rows } = await client.query(
    `select column_name as name, format_type(a.atttypid, a.atttypmod) as type
     from information_schema.columns c join pg_attribute a on a.attrelid = c.table_name::regclass and a.attname = column_name
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table],
  );
  const own = table === 'cases' || table === 'case_events' ? made : { ...made, id: 'gen_random_uuid()' };
  const value = ({ name, type }: { name: string; type: string }) => {
    const makes = own[name];
    if (makes) return makes;
    const kept = row[name];
    if (kept === null || kept === undefined) return 'null';
    const text = typeof kept === 'object' ? JSON.stringify(kept) : String(kept);
    return `${pg.escapeLiteral(text)}::${type}`;
  };
  return `insert into ${table} (${rows.map(({ name }) => name).join(', ')}) values (${rows.map(value).join(', ')});`;
}

export type Bare = { by: string; perSecond: number; rowsEach: number };

/**
 * What a client reaches that does nothing but write the same rows, one transaction at a time, each statement a round trip:
 * pgbench where there is one, else the driver. No validation, no HTTP, no row-level security (it works as the owner).
 */
export async function bareClient(url: string, seconds: number): Promise<Bare> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { statements, rows } = await rowsOf(client);
    const all = [
      ...statements,
      `select graphile_worker.add_job('nobody_does_this', json_build_object('n', (:n)::text));`,
    ];
    const byPgbench = await pgbench(url, all, seconds);
    if (byPgbench !== null) return { by: 'pgbench', perSecond: byPgbench, rowsEach: rows };
    return { by: 'driver', perSecond: await driver(client, all, seconds), rowsEach: rows };
  } finally {
    await client.end();
  }
}

async function pgbench(url: string, statements: readonly string[], seconds: number): Promise<number | null> {
  const file = join(await mkdtemp(join(tmpdir(), 'motcua-bare-')), 'open.sql');
  const script = ['\\set n random(1, 9000000000000000000)', 'begin;', ...statements, 'commit;'].join('\n');
  await writeFile(file, script);
  const run = spawnSync('pgbench', ['-n', '-f', file, '-c', '1', '-T', String(seconds), url], {
    encoding: 'utf8',
  });
  if (run.error) return null;
  const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
  if (run.status !== 0 || !tps) throw new Error(`pgbench: ${run.stderr}`);
  return Number(tps);
}

async function driver(client: pg.Client, statements: readonly string[], seconds: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  for (; performance.now() - began < seconds * 1000; done++) {
    const n = BigInt(`0x${randomUUID().slice(0, 8)}${done.toString(16)}`) % 9_000_000_000_000_000_000n;
    await client.query('begin');
    for (const statement of statements) await client.query(statement.replaceAll(/:n\b/g, `(${n}::bigint)`));
    await client.query('commit');
  }
  return done / ((performance.now() - began) / 1000);
}
