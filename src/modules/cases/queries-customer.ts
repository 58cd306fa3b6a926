import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

const name = (language: 'vi' | 'en') =>
  sql<string>`service_versions.definition -> 'name' ->> ${sql.lit(language)}`;

/** The newest cases of a customer code or of one of these phones; two look-ups, so that each has its index. */
export const casesOfCustomer = (trx: Trx, code: string | null, phones: readonly string[], most: number) =>
  trx
    .selectFrom('cases')
    .innerJoin('service_versions', 'service_versions.id', 'cases.service_version_id')
    .select(['cases.code', 'cases.state', 'cases.unit_code', 'cases.opened_at', 'cases.due_at'])
    .select([name('vi').as('service_vi'), name('en').as('service_en')])
    .where(
      'cases.id',
      'in',
      sql<string>`(select id from cases where customer_code = ${code} union select id from cases where customer_phone = any(${[...phones]}::text[]))`,
    )
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.code')
    .limit(most)
    .execute();
