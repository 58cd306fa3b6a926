import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Contracts, Customers, MeterPoints } from '#platform/postgres/schema.ts';

export type CustomerRow = Omit<Selectable<Customers>, 'search'>;

const select = (trx: Trx) =>
  trx
    .selectFrom('customers')
    .select(['code', 'unit_code', 'unit_path', 'kind', 'name', 'address', 'phones', 'emails', 'imported_at']);

export const readCustomerRow = (trx: Trx, code: string): Promise<CustomerRow | undefined> =>
  select(trx).where('code', '=', code).executeTakeFirst();

/** Those whom this telephone reaches, as far as the viewer sees them. */
export const customersByPhone = (trx: Trx, phone: string, limit: number): Promise<CustomerRow[]> =>
  select(trx).where(sql<boolean>`phones @> array[${phone}]::text[]`).orderBy('code').limit(limit).execute();

export const contractsOf = (trx: Trx, customerCode: string): Promise<Selectable<Contracts>[]> =>
  trx
    .selectFrom('contracts')
    .selectAll()
    .where('customer_code', '=', customerCode)
    .orderBy('number')
    .execute();

export const meterPointsOf = (trx: Trx, customerCode: string): Promise<Selectable<MeterPoints>[]> =>
  trx
    .selectFrom('meter_points')
    .selectAll()
    .where('customer_code', '=', customerCode)
    .orderBy('code')
    .execute();
