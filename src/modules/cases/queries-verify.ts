import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** Heads of cases in order of id, a page at a time. */
export function nextHeads(trx: Trx, after: string | null, limit: number) {
  const page = trx
    .selectFrom('cases')
    .select(['id', 'code', 'version', 'head_hash'])
    .orderBy('id')
    .limit(limit);
  return (after === null ? page : page.where('id', '>', after)).execute();
}

/** Cases of a unit that are not over. */
export const openCasesOf = (trx: Trx, unitCode: string) =>
  trx
    .selectFrom('cases')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('state', 'not in', ['closed', 'declined', 'withdrawn'])
    .forUpdate()
    .execute();

/** Cases that run whose due time, or that of their open step, was counted by an older version of the calendar. */
export async function openCasesUnderOlderCalendar(trx: Trx, calendarCode: string): Promise<string[]> {
  const older = (
    derivation: string,
  ) => sql<boolean>`${sql.ref(derivation)} -> 'calendar' ->> 'code' = ${calendarCode}
    and (${sql.ref(derivation)} -> 'calendar' ->> 'version')::int < (select max(version) from calendar_versions where calendar_code = ${calendarCode})`;
  const rows = await trx
    .selectFrom('cases')
    .leftJoin('case_tasks', (join) =>
      join.onRef('case_tasks.case_id', '=', 'cases.id').on('case_tasks.state', '=', 'open'),
    )
    .select('cases.id')
    .distinct()
    .where('cases.state', 'not in', ['closed', 'declined', 'withdrawn', 'finished'])
    .where((eb) => eb.or([older('cases.due_derivation'), older('case_tasks.derivation')]))
    .execute();
  return rows.map(({ id }) => id);
}
