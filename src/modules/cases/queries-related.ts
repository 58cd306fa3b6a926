import { sql } from 'kysely';
import { searchQuery } from '#platform/fold.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';

const columns = (trx: Trx) =>
  trx
    .selectFrom('cases')
    .innerJoin('service_versions', 'service_versions.id', 'cases.service_version_id')
    .select(['cases.id', 'cases.code', 'cases.state', 'cases.unit_code', 'cases.customer_name'])
    .select(['cases.address', 'cases.opened_at', 'cases.due_at'])
    .select(sql<string>`service_versions.definition -> 'name' ->> 'vi'`.as('service_vi'))
    .select(sql<string>`service_versions.definition -> 'name' ->> 'en'`.as('service_en'))
    .orderBy('cases.opened_at', 'desc');

/** Of this telephone or these customers, the newest first. */
export const casesOfPeople = (
  trx: Trx,
  phone: string | null,
  customerCodes: readonly string[],
  most: number,
) =>
  columns(trx)
    .where((eb) =>
      eb.or([
        ...(phone ? [eb('cases.customer_phone', '=', phone)] : []),
        ...(customerCodes.length > 0 ? [eb('cases.customer_code', 'in', [...customerCodes])] : []),
        sql<boolean>`false`,
      ]),
    )
    .limit(most)
    .execute();

/** Those that say all the words of an address, the newest first. */
export async function casesSaying(trx: Trx, address: string, most: number) {
  const words = searchQuery(address);
  if (words === null) return [];
  return columns(trx)
    .where('cases.id', 'in', sql<string>`(select motcua.search_cases(${words}, ${most}, null))`)
    .limit(most)
    .execute();
}

export type RelatedRow = Awaited<ReturnType<typeof casesOfPeople>>[number];
