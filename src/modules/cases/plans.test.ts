import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, type Scope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { DB } from '#platform/postgres/schema.ts';
import { useDb } from '#test/use-db.ts';
import { fillCases } from '../../../bench/lib/fill-cases.ts';
import { countQueue, countUnits, listCases, type QueueQuery } from './queries-queue.ts';

const t = useDb({ profile: true, keeps: true });
const asked: { sql: string; parameters: readonly unknown[] }[] = [];
let db: Kysely<DB>;
beforeAll(async () => {
  await fillCases(t.url, 20_000);
  const pool = new pg.Pool({ connectionString: t.url, max: 1, options: '-c role=motcua_app' });
  db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      asked.push({ sql: query.sql, parameters: query.parameters });
    },
  });
});
afterAll(() => db.destroy());

const unit: Scope = { paths: ['EVNSPC.PB05.PB0508'], caseIds: [], system: false };
const company: Scope = { paths: ['EVNSPC.PB05'], caseIds: [], system: false };
const everything: Scope = { paths: ['EVNSPC'], caseIds: [], system: false };
const list = (change: Partial<QueueQuery>) => (trx: Trx) =>
  listCases(trx, { units: null, sort: 'due', limit: 50, ...change });
const now = new Date('2026-11-24T02:00:00Z');

const lists: [string, Scope, (trx: Trx) => Promise<unknown>][] = [
  ['the queue of a unit', unit, list({ units: ['PB0508'] })],
  ['its newest', unit, list({ units: ['PB0508'], sort: 'newest' })],
  ['what is closed there', unit, list({ units: ['PB0508'], states: ['closed'] })],
  ['what is its to do', unit, list({ openStepOf: 'PB0508' })],
  ['of one person', unit, list({ assignee: '00000000-0000-4000-8000-000000000000' })],
  ['of a company', company, list({ units: ['PB0501', 'PB0502', 'PB0508'] })],
  ['of everybody', everything, list({})],
  ['the newest of one channel', everything, list({ sort: 'newest', channel: 'open311' })],
  ['what was found by a frequent name', unit, list({ search: 'nguyễn' })],
  ['what was found by a number', everything, list({ search: '00000000123' })],
  ['how many stand where in a unit', unit, (trx) => countQueue(trx, ['PB0508'], now)],
  ['how many stand where', everything, (trx) => countQueue(trx, null, now)],
  ['how many each unit has', everything, (trx) => countUnits(trx, now)],
];

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] };
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];

test.each(lists)('%s is read by an index', async (_, scope, read) => {
  asked.length = 0;
  await inScope(db, scope, read);
  const selects = asked.filter(({ sql: text }) => /^select (?!set_config)/.test(text));
  expect(selects.length).toBeGreaterThan(0);
  for (const { sql: text, parameters } of selects) {
    const plan = await inScope(db, scope, (trx) => explain(trx, text, parameters));
    const walked = nodes(plan).filter((node) => node['Node Type'] === 'Seq Scan');
    const large = walked.filter(({ 'Relation Name': name = '' }) => /^case/.test(name));
    expect(large, text).toEqual([]);
  }
});

/** The plan with these very values, as the application's role sees it. */
async function explain(trx: Trx, text: string, parameters: readonly unknown[]): Promise<Node> {
  const query = sql.raw<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (format json) ${bound(text, parameters)}`,
  );
  const { rows } = await query.execute(trx);
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('no plan');
  return plan;
}

const bound = (text: string, parameters: readonly unknown[]) =>
  text.replace(/\$(\d+)/g, (_, n: string) => literal(parameters[Number(n) - 1]));
function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.join(',')}}`);
  return pg.escapeLiteral(String(value));
}

test('the search itself walks through no table, whatever is looked for', async () => {
  for (const scope of [unit, company, everything, systemScope])
    for (const words of [`'nguyen'`, `'nguyen' & 'thi' & 'dao'`, `'00000000123'`, `'ngu':*`]) {
      const walked = await inScope(db, scope, async (trx) => {
        await sql`select motcua.search_cases(${words}, 200, null)`.execute(trx);
        return walks(trx);
      });
      expect(walked, `${words} below ${scope.paths}`).toEqual([]);
    }
});

/** The tables that this transaction has walked through from end to end, small ones left out. */
async function walks(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ table: string }>`select relname as table from pg_stat_xact_user_tables
    where seq_scan > 0 and relname like 'case%'`.execute(trx);
  return rows.map(({ table }) => table);
}

test('a walk would be noticed', async () => {
  const walked = await inScope(db, systemScope, async (trx) => {
    await sql`select count(*) from cases where customer_email = 'nobody'`.execute(trx);
    return walks(trx);
  });
  expect(walked).toEqual(['cases']);
});
