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
