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
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.code');

/** Whose cases: of any of these customer codes, or of any of these phones (E.164). */
type People = { customerCodes: readonly string[]; phones: readonly string[] };

/** The newest cases of these people; two look-ups, so that each has its index. */
export const casesOfPeople = (trx: Trx, { customerCodes, phones }: People, most: number) =>
  columns(trx)
    .where(
      'cases.id',
      'in',
      sql<string>`(select id from cases where customer_code = any(${[...customerCodes]}::text[])
        union select id from cases where customer_phone = any(${[...phones]}::text[]))`,
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
