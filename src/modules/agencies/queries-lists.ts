import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Stage } from './rules/attempt.ts';

/** One line of a body's list: a sending, or a step that was opened a moment ago and of which no sending is written yet. */
export type ListedRow = {
  task_id: string;
  case_id: string;
  step_code: string;
  unit_code: string;
  stage: Stage;
  attempt: number;
  sent_at: Date;
  due_at: Date | null;
  term: unknown;
  decision: string | null;
  decided_at: Date | null;
};

export const openOnes = (codes: readonly string[]) => sql`
  select t.id as task_id, t.case_id, t.step_code, t.unit_code, t.due_at, t.term,
    coalesce(a.attempt, 1) as attempt, coalesce(a.sent_at, t.opened_at) as sent_at,
    null::text as decision, null::timestamptz as decided_at,
    case when exists (select from agency_supplements s
        where s.task_id = t.id and s.answered_at is null and s.dropped_at is null) then 'waiting'
      when a.received_at is null then 'new' else 'working' end as stage
  from case_tasks t
  left join lateral (select * from agency_tasks l where l.task_id = t.id order by attempt desc limit 1) a on true
  where t.level = 'agency' and t.state = 'open' and t.unit_code = any(${[...codes]}::text[]) and a.decision is null`;

const answered = (codes: readonly string[]) => sql`
  select a.task_id, a.case_id, t.step_code, a.unit_code, null::timestamptz as due_at, null::jsonb as term,
    a.attempt, a.sent_at, a.decision, a.decided_at, 'done' as stage
  from agency_tasks a left join case_tasks t on t.id = a.task_id
  where a.decision is not null and a.unit_code = any(${[...codes]}::text[])`;

/** What lies with these bodies at one stage, the soonest due first; what is answered, the newest first. */
export async function listOf(
  trx: Trx,
  codes: readonly string[],
  stage: Stage,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedRow[]> {
  const { rows } =
    stage === 'done'
      ? await sql<ListedRow>`${answered(codes)} order by a.decided_at desc, a.id limit ${limit} offset ${offset}`.execute(
          trx,
        )
      : await sql<ListedRow>`select * from (${openOnes(codes)}) o where stage = ${stage}
          order by due_at nulls last, sent_at, task_id limit ${limit} offset ${offset}`.execute(trx);
  return rows;
}

/** How many lie at each stage that is still to do. */
export async function countStages(trx: Trx, codes: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ stage: string; n: number }>`
    select stage, count(*)::int as n from (${openOnes(codes)}) o group by stage`.execute(trx);
  return new Map(rows.map(({ stage, n }) => [stage, n]));
}

/** What a list says of the cases behind it; they must have been admitted. */
export const casesOf = (trx: Trx, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('cases')
        .select(['id', 'code', 'customer_name', 'address', 'service_version_id'])
        .where('id', 'in', [...ids])
        .execute();

/** The step of a sending, when its case has been admitted. */
export const stepCodes = (trx: Trx, taskIds: readonly string[]) =>
  taskIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('case_tasks')
        .select(['id', 'step_code'])
        .where('id', 'in', [...taskIds])
        .execute();
