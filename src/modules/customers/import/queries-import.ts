import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ImportKind } from './kinds.ts';
import { mergeSql } from './queries-merge.ts';

export type StagedLine = { line: number; values: readonly (string | null | readonly string[])[] };
type Merged = { added: number; changed: number; same: number; repeated: number };
export type MergeResult = Merged & { strays: { line: number; field: string; reason: string }[] };
export type ImportConnection = Awaited<ReturnType<typeof openImport>>;

/** A connection of the operator's own, with a staging table that lives as long as it does. The application has no such right. */
export async function openImport(url: string, kind: ImportKind) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=public' });
  client.on('error', () => {}); // whatever is under way then fails by itself
  await client.connect();
  // What a power cut takes back is brought in again by the next run. A join by hash would read all customers for each batch.
  await client.query(
    "select set_config('motcua.system', 'on', false), set_config('synchronous_commit', 'off', false), set_config('enable_hashjoin', 'off', false), set_config('enable_mergejoin', 'off', false)",
  );
  await client.query(mergeSql[kind].staging);
  return {
    merge: (lines: readonly StagedLine[], now: Date) => mergeBatch(client, kind, lines, now),
    finish: () => tidy(client),
    close: () => client.end(),
  };
}

/** One batch, all or nothing. */
async function mergeBatch(
  client: pg.Client,
  kind: ImportKind,
  lines: readonly StagedLine[],
  now: Date,
): Promise<MergeResult> {
  await client.query('begin');
  try {
    const target = client.query(copyFrom('copy staged from stdin'));
    await pipeline(Readable.from(inChunks(lines)), target);
    const strays = await client.query<{ line: string; field: string; reason: string }>(mergeSql[kind].strays);
    const merged = await client.query<Merged>(
      mergeSql[kind].merge,
      mergeSql[kind].merge.includes('$1') ? [now] : [],
    );
    await client.query('commit');
    const counts = merged.rows[0] ?? { added: 0, changed: 0, same: 0, repeated: 0 };
    return { ...counts, strays: strays.rows.map((stray) => ({ ...stray, line: Number(stray.line) })) };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** What an index put off while rows came in would slow every search after. */
async function tidy(client: pg.Client): Promise<void> {
  for (const name of [
    'customers_search',
    'customers_search_64th',
    'customers_search_8th',
    'customers_phones',
    'customers_emails',
  ])
    await client.query('select gin_clean_pending_list($1::regclass)', [name]);
  await client.query('analyze customers, contracts, meter_points, customer_words');
  await client.query('select motcua.weigh_customer_words()');
}

function* inChunks(lines: readonly StagedLine[]): Generator<string> {
  for (let from = 0; from < lines.length; from += 500)
    yield `${lines
      .slice(from, from + 500)
      .map(asCopyLine)
      .join('\n')}\n`;
}

const asCopyLine = ({ line, values }: StagedLine): string =>
  [String(line), ...values.map(asCopyValue)].join('\t');

function asCopyValue(value: string | null | readonly string[]): string {
  if (value === null) return '\\N';
  const text = typeof value === 'string' ? value : `{${value.map((one) => `"${one}"`).join(',')}}`;
  return text.replace(
    /[\\\t\n\r]/g,
    (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '',
  );
}
