import { sql } from 'kysely';
import { searchQuery } from '#platform/fold.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type State, states } from './rules/transitions.ts';

export const queueSorts = ['due', 'newest', 'oldest'] as const;
export type QueueSort = (typeof queueSorts)[number];

export type QueueQuery = {
  /** Only cases of these units; null for all that the viewer sees. */
  units: readonly string[] | null;
  /** Only cases filed at this desk: said aloud, though the policy says it too, so that its index is used. */
  filedAt?: string | undefined;
  /** Only cases whose open step is this unit's to do. */
  openStepOf?: string | undefined;
  assignee?: string | undefined;
  /** Only cases given to nobody yet. */
  unassigned?: boolean | undefined;
  states?: readonly State[] | undefined;
  service?: string | undefined;
  channel?: string | undefined;
  /** Due before this instant. */
  dueBefore?: Date | undefined;
  /** Code, phone, name or address as typed: any order, with or without diacritics. */
  search?: string | undefined;
  /** The search finds no customer code that was matched: a program could otherwise spell it out, a sign at a time. */
  givenOnly?: boolean | undefined;
  sort: QueueSort;
  after?: string | undefined;
  limit: number;
};

const live: State[] = ['opened', 'transferred', 'accepted', 'waiting', 'reopened', 'finished'];
/** The newest that fit: who finds more than these types another word. */
const mostFound = 200;

/** A page of a queue, by keyset: `next` is the cursor of the page after it, null on the last. */
export async function listCases(trx: Trx, query: QueueQuery) {
  const rows = await page(narrow(selectRows(trx), query), query).execute();
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? `${last.sort_key}~${last.id}` : null };
}

export type QueueRow = Awaited<ReturnType<typeof listCases>>['rows'][number];

const selectRows = (trx: Trx) =>
  trx
    .selectFrom('cases')
    .innerJoin('service_versions', 'service_versions.id', 'cases.service_version_id')
    .leftJoin('staff', 'staff.id', 'cases.assignee')
    .select([
      'cases.id',
      'cases.code',
      'cases.state',
      'cases.service_code',
      'cases.channel',
      'cases.customer_name',
    ])
    .select(['cases.customer_phone', 'cases.address', 'cases.unit_code', 'cases.opened_at', 'cases.due_at'])
    .select(['cases.version', 'cases.due_derivation', 'staff.name as assignee_name'])
    .select([name('vi').as('service_vi'), name('en').as('service_en')]);

const name = (language: 'vi' | 'en') =>
  sql<string>`service_versions.definition -> 'name' ->> ${sql.lit(language)}`;

type Rows = ReturnType<typeof selectRows>;

function narrow(rows: Rows, query: QueueQuery): Rows {
  const wanted = query.states?.length ? query.states : query.search ? states : live;
  let found = rows.where('cases.state', 'in', [...wanted]);
  if (query.units) found = found.where('cases.unit_code', 'in', [...query.units]);
  if (query.filedAt) found = found.where('cases.filed_at', '=', query.filedAt);
  if (query.openStepOf) found = found.where('cases.id', 'in', withOpenStepOf(query.openStepOf));
  if (query.assignee) found = found.where('cases.assignee', '=', query.assignee);
  if (query.unassigned) found = found.where('cases.assignee', 'is', null);
  if (query.service) found = found.where('cases.service_code', '=', query.service);
  if (query.channel) found = found.where('cases.channel', '=', query.channel);
  if (query.dueBefore) found = found.where('cases.due_sort', '<', query.dueBefore);
  if (!query.search) return found;
  const words = searchQuery(query.search);
  if (words === null) return found.where(sql<boolean>`false`);
  if (query.givenOnly) found = found.where(byGivenWords(words));
  return found.where(
    'cases.id',
    'in',
    sql<string>`(select motcua.search_cases(${words}, ${mostFound}, ${query.states?.length ? [...query.states] : null}::text[]))`,
  );
}

const byGivenWords = (words: string) =>
  sql<boolean>`(not cases.customer_matched
    or ts_delete(cases.search, lower(cases.customer_code)) @@ to_tsquery('simple', ${words}))`;

const withOpenStepOf = (unitCode: string) =>
  sql<string>`(select case_id from case_tasks where state = 'open' and unit_code = ${unitCode})`;

function page(rows: Rows, query: QueueQuery) {
  const column = query.sort === 'due' ? sql.ref('cases.due_sort') : sql.ref('cases.opened_at');
  const direction = query.sort === 'newest' ? sql`desc` : sql`asc`;
  const cursor = parseCursor(query.after);
  const beyond = query.sort === 'newest' ? sql`<` : sql`>`;
  const from = cursor
    ? rows.where(
        sql<boolean>`(${column}, cases.id) ${beyond} (${cursor.key}::timestamptz, ${cursor.id}::uuid)`,
      )
    : rows;
  return from
    .select(sql<string>`${column}::text`.as('sort_key'))
    .orderBy(sql`${column} ${direction}, cases.id ${direction}`)
    .limit(query.limit + 1);
}

/** A cursor that was tampered with is as good as none: the first page. */
function parseCursor(after: string | undefined): { key: string; id: string } | null {
  const [key, id] = after?.split('~') ?? [];
  return key && id && isMoment(key) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? { key, id }
    : null;
}

/** As PostgreSQL writes a timestamptz: what it would not read again never reaches it. */
const isMoment = (key: string): boolean =>
  key === 'infinity' ||
  (/^[12]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d$/.test(key) &&
    !Number.isNaN(Date.parse(`${key.replace(' ', 'T')}:00`)) &&
    new Date(`${key.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(key.slice(0, 10)));

export const isCursor = (after: string): boolean => parseCursor(after) !== null;

/** How many live cases stand in each state, and how many of them are past due. */
export const countQueue = (trx: Trx, units: readonly string[] | null, now: Date, desk?: string) => {
  const counted = trx
    .selectFrom('cases')
    .select([
      'state',
      sql<number>`count(*)`.as('cases'),
      sql<number>`count(*) filter (where due_at < ${now})`.as('overdue'),
    ])
    .where('state', 'in', live)
    .groupBy('state');
  const filed = desk ? counted.where('filed_at', '=', desk) : counted;
  return (units ? filed.where('unit_code', 'in', [...units]) : filed).execute();
};

/** The live cases of each unit that has any, the most overdue first. */
export const countUnits = (trx: Trx, now: Date, desk?: string) => {
  const counted = trx
    .selectFrom('cases')
    .select(['unit_code', sql<number>`count(*)`.as('cases')])
    .select(sql<number>`count(*) filter (where due_at < ${now})`.as('overdue'))
    .where('state', 'in', live)
    .groupBy('unit_code')
    .orderBy('overdue', 'desc')
    .orderBy('cases', 'desc');
  return (desk ? counted.where('filed_at', '=', desk) : counted).execute();
};

/** How many cases were filed at a desk since then, in any state. */
export async function countFiledSince(trx: Trx, desk: string, since: Date): Promise<number> {
  const row = await trx
    .selectFrom('cases')
    .select(sql<number>`count(*)`.as('cases'))
    .where('filed_at', '=', desk)
    .where('opened_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.cases;
}
