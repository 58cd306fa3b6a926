import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Customers } from '#platform/postgres/schema.ts';

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

/** Those whom this mail address reaches, as far as the viewer sees them. */
export const customersByEmail = (trx: Trx, email: string, limit: number): Promise<CustomerRow[]> =>
  select(trx).where(sql<boolean>`emails @> array[${email}]::text[]`).orderBy('code').limit(limit).execute();
