import { type NotNull, sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CallResult, Grouping } from './rules/figures.ts';

type Days = { from: string; to: string };

/** The figures of these days by day, by hour of the day or by line, as far as the viewer sees the calls. */
export const readFigures = (trx: Trx, { from, to }: Days, by: Grouping) =>
  trx
    .selectFrom('phone_answering')
    .select(sql<string>`${sql.ref(by)}::text`.as('key'))
    .select([
      total('calls').as('calls'),
      total('in_time').as('in_time'),
      total('late').as('late'),
      total('abandoned').as('abandoned'),
      total('unknown_wait').as('unknown'),
      total('open').as('open'),
    ])
    .select(
      sql<number | null>`sum(average_wait * (in_time + late)) / nullif(sum(in_time + late), 0)`.as(
        'average_wait',
      ),
    )
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(by)
    .orderBy(by)
    .execute();

const total = (column: 'calls' | 'in_time' | 'late' | 'abandoned' | 'unknown_wait' | 'open') =>
  sql<number>`sum(${sql.ref(column)})::bigint`;

export type ListQuery = Days & {
  hour: number | null;
  /** '' for calls whose line was not told; null for all. */
  line: string | null;
  result: CallResult | null;
  after: string | null;
  most: number;
};

/** The calls behind a figure, the newest first; `next` is the cursor of the page after it. */
export async function listCallResults(trx: Trx, query: ListQuery) {
  let found = trx
    .selectFrom('call_results')
    .leftJoin('staff', 'staff.id', 'call_results.staff_id')
    .select(['call_results.id', 'caller', 'caller_kind', 'line', 'began_at', 'result', 'waited'])
    .select('staff.name as staff_name')
    .select(sql<string>`began_at::text || '~' || call_results.id`.as('cursor'))
    .where('day', '>=', query.from)
    .where('day', '<=', query.to);
  if (query.hour !== null) found = found.where('hour', '=', query.hour);
  if (query.line !== null) found = found.where('line', '=', query.line);
  if (query.result) found = found.where('result', '=', query.result);
  const [at, id] = query.after?.split('~') ?? [];
  if (at && id)
    found = found.where(sql<boolean>`(began_at, call_results.id) < (${at}::timestamptz, ${id}::uuid)`);
  const rows = await found
    .orderBy('began_at', 'desc')
    .orderBy('call_results.id', 'desc')
    .limit(query.most + 1)
    .$narrowType<{ id: NotNull; caller_kind: NotNull; began_at: NotNull; result: NotNull }>() // of a view, nothing is known to be there
    .execute();
  const shown = rows.slice(0, query.most);
  return { rows: shown, next: rows.length > query.most ? (shown.at(-1)?.cursor ?? null) : null };
}

export type ListedCall = Awaited<ReturnType<typeof listCallResults>>['rows'][number];
