import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

export type ConnectionsOfYear = {
  cases: number;
  median_days: number | null;
  median_procedures: number | null;
};

/**
 * What the cases themselves tell of a year of connections of one class: calendar days from the opening to the finish, and procedures:
 * the request, and each step that somebody outside the utility had in it. At most those of one company.
 */
export async function readConnectionsOfYear(
  trx: Trx,
  {
    begins,
    ends,
    kind,
    company,
  }: { begins: string; ends: string; kind: string; company: string | undefined },
): Promise<ConnectionsOfYear> {
  const { rows } = await sql<ConnectionsOfYear>`
    with own as (
      select a.case_id, extract(epoch from a.at - a.opened_at)::double precision / 86400 as days, 1 + s.steps as procedures
      from access_to_electricity a
      join lateral (
        select count(distinct step_code) as steps from case_tasks x
        where x.case_id = a.case_id and x.state = 'done' and x.level not in ('unit', 'company', 'corporation')
      ) s on true
      where a.at >= ${begins}::timestamp at time zone motcua.timezone()
        and a.at < (${ends}::date + 1)::timestamp at time zone motcua.timezone()
        and a.class = ${kind}
        ${company === undefined ? sql`` : sql`and a.company = ${company}`}
    )
    select count(*) as cases,
      percentile_cont(0.5) within group (order by days) as median_days,
      percentile_cont(0.5) within group (order by procedures) as median_procedures
    from own`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a count answers one row');
  return { ...row, cases: Number(row.cases) };
}
