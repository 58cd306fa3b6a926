import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type Board, type Counted, type Dimension, dimensions } from './board.ts';

/** Which cases are looked at: of these months (YYYY-MM, both included), and of these values. */
export type Filter = { from: string; to: string } & Partial<Record<Exclude<Dimension, 'month'>, string>> & {
    /** Only those in which this party had this step. */
    part?: { step: string; party: string };
  };
export type CountedLine = { key: Partial<Record<Dimension, string>>; counted: Counted };

type Row = Record<string, unknown>;

/** Counts a board along these dimensions. */
export async function countBoard(
  trx: Trx,
  board: Board,
  filter: Filter,
  by: readonly Dimension[],
): Promise<CountedLine[]> {
  const bounds = await boundsOf(trx, filter);
  const flags = board.flags.map((flag) => sql`count(*) filter (where ${sql.ref(flag)}) as ${sql.ref(flag)}`);
  const sums = board.sums.map(
    (name) => sql`coalesce(sum(${sql.ref(name)}), 0)::double precision as ${sql.ref(name)}`,
  );
  const keys = by.map((name) => sql`${sql.ref(name)}`);
  const { rows } = await sql<Row>`select ${sql.join([...keys, sql`count(*) as cases`, ...flags, ...sums])}
    from ${sql.table(board.view)} counted where ${within(filter, bounds)}
    ${keys.length > 0 ? sql`group by ${sql.join(keys)}` : sql``}`.execute(trx);
  return rows.map((row) => ({
    key: Object.fromEntries(by.map((name) => [name, text(row[name])])),
    counted: Object.fromEntries(
      ['cases', ...board.flags, ...board.sums].map((name) => [name, Number(row[name])]),
    ),
  }));
}

/** The quantiles of a board, of its lines, of their subtotals and of all: a line of each, by its key. */
export async function countQuantiles(
  trx: Trx,
  board: Board,
  filter: Filter,
  by: readonly Dimension[],
): Promise<CountedLine[]> {
  const quantiles = board.quantiles ?? [];
  if (quantiles.length === 0) return [];
  const bounds = await boundsOf(trx, filter);
  const columns = quantiles.map(
    ({ name, column, at }) =>
      sql`percentile_cont(${sql.lit(at)}) within group (order by ${sql.ref(column)}) as ${sql.ref(name)}`,
  );
  const sets = by.map((_, n) => sql`(${sql.join(by.slice(0, n + 1).map((name) => sql.ref(name)))})`);
  const levels = by.map((name) => sql`grouping(${sql.ref(name)}) = 0 as ${sql.ref(`by_${name}`)}`);
  const keys = by.map((name) => sql`${sql.ref(name)}`);
  const { rows } = await sql<Row>`select ${sql.join([...keys, ...levels, ...columns])}
    from ${sql.table(board.view)} counted where ${within(filter, bounds)}
    group by grouping sets (${sql.join([...sets, sql`()`])})`.execute(trx);
  return rows.map((row) => ({
    key: Object.fromEntries(by.filter((name) => row[`by_${name}`]).map((name) => [name, text(row[name])])),
    counted: Object.fromEntries(
      quantiles.flatMap(({ name }) => (row[name] === null ? [] : [[name, Number(row[name])]])),
    ),
  }));
}

export type StepLine = {
  step: string;
  party: string;
  cases: number;
  mean: number;
  median: number;
  p90: number;
};

/** Each step and party of a board's cases: how many cases, and how many days it took there. */
export async function countSteps(
  trx: Trx,
  view: NonNullable<Board['steps']>,
  filter: Filter,
): Promise<StepLine[]> {
  const bounds = await boundsOf(trx, filter);
  const { rows } = await sql<StepLine>`select step, party, count(*) as cases, avg(days) as mean,
      percentile_cont(0.5) within group (order by days) as median,
      percentile_cont(0.9) within group (order by days) as p90
    from ${sql.table(view)} counted where ${within(filter, bounds)}
    group by step, party order by count(*) desc, step, party`.execute(trx);
  return rows.map((row) => ({ ...row, cases: Number(row.cases) }));
}

type Bounds = { begins: Date; ends: Date };

/** The months as instants where the utility lives: with them before it, the planner knows how much of the index it reads. */
async function boundsOf(trx: Trx, { from, to }: Filter): Promise<Bounds> {
  const { rows } = await sql<Bounds>`select
    ${`${from}-01`}::timestamp at time zone motcua.timezone() as begins,
    (${`${to}-01`}::timestamp + interval '1 month') at time zone motcua.timezone() as ends`.execute(trx);
  const [bounds] = rows;
  if (!bounds) throw new Error('a select without from answers one row');
  return bounds;
}

const within = (filter: Filter, { begins, ends }: Bounds): RawBuilder<unknown> =>
  sql.join(
    [
      sql`at >= ${begins}`,
      sql`at < ${ends}`,
      ...dimensions
        .filter((name) => name !== 'month')
        .flatMap((name) => (filter[name] === undefined ? [] : [sql`${sql.ref(name)} = ${filter[name]}`])),
      ...(filter.part ? [inPart(filter.part)] : []),
    ],
    sql` and `,
  );

const inPart = ({ step, party }: NonNullable<Filter['part']>): RawBuilder<unknown> =>
  sql`exists (select from case_party_times x where x.case_id = counted.case_id
    and x.step_code = ${step} and x.party = ${party})`;

export type ListedCase = {
  id: string;
  code: string;
  at: Date;
  company: string;
  unit: string;
  service: string;
  channel: string;
  /** What the board lists besides, in its order. */
  more: string[];
};

const pageSize = 50;

/** The cases behind a figure, the newest first, by keyset. `flag` must be one of the board's. */
export async function listBoardCases(
  trx: Trx,
  board: Board,
  filter: Filter,
  { flag, after, most = pageSize }: { flag?: string | undefined; after?: string | undefined; most?: number },
) {
  const bounds = await boundsOf(trx, filter);
  const cursor = parseCursor(after);
  const more = board.listed.map(({ column }, n) => sql`${sql.ref(column)}::text as ${sql.ref(`more${n}`)}`);
  const { rows } = await sql<Omit<ListedCase, 'more'> & { sort_key: string } & Row>`
    select ${sql.join([sql`case_id as id, code, at, (extract(epoch from at) * 1000000)::bigint::text as sort_key, company, unit, service, channel`, ...more])}
    from ${sql.table(board.view)} counted
    where ${within(filter, bounds)}
      ${flag === undefined ? sql`` : sql`and ${sql.ref(flag)}`}
      ${cursor ? sql`and (at, case_id) < ('epoch'::timestamptz + ${cursor.at}::bigint * interval '1 microsecond', ${cursor.id}::uuid)` : sql``}
    order by at desc, case_id desc limit ${most + 1}`.execute(trx);
  const shown = rows.slice(0, most);
  const last = rows.length > most ? shown.at(-1) : undefined;
  const cases: ListedCase[] = shown.map((row) => ({
    ...row,
    more: board.listed.map((_, n) => text(row[`more${n}`])),
  }));
  return { cases, next: last ? `${last.sort_key}~${last.id}` : null };
}

/** Microseconds and an id. A cursor that was tampered with is as good as none: the first page. */
function parseCursor(after: string | undefined): { at: string; id: string } | null {
  const [, at, id] = /^(\d{1,16})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after ?? '') ?? [];
  return at && id ? { at, id } : null;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
