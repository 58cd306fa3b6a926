import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Contracts, Customers, MeterPoints } from '#platform/postgres/schema.ts';

export type CustomerRow = Omit<Selectable<Customers>, 'search' | 'luck'>;

const select = (trx: Trx) =>
  trx
    .selectFrom('customers')
    .select(['code', 'unit_code', 'unit_path', 'kind', 'name', 'address', 'phones', 'emails', 'imported_at']);

export const readCustomerRow = (trx: Trx, code: string): Promise<CustomerRow | undefined> =>
  select(trx).where('code', '=', code).executeTakeFirst();

type Found = ReturnType<typeof sql<string>>;
/** Indexes that a policy would leave unused are read by functions that carry the policy themselves (db/migrations/0113, 0114). */
const rowsOf = (trx: Trx, codes: Found): Promise<CustomerRow[]> =>
  select(trx).where('code', '=', sql<string>`any(array(${codes}))`).orderBy('name').orderBy('code').execute();

export const customersByPhone = (trx: Trx, phone: string, most: number) =>
  rowsOf(trx, sql<string>`select motcua.customers_of_phone(${phone}, ${most})`);

export const customersByEmail = (trx: Trx, email: string, most: number) =>
  rowsOf(trx, sql<string>`select motcua.customers_of_email(${email}, ${most})`);

export const customersByCode = (trx: Trx, typed: string, most: number) =>
  rowsOf(trx, sql<string>`select motcua.customers_of_code(${typed}, ${most})`);

export const customersByWords = (trx: Trx, words: readonly string[], most: number) =>
  rowsOf(trx, sql<string>`select motcua.search_customers(${[...words]}::text[], ${most})`);

/** The customers of one unit in the order of their codes, after this one. */
export const customersOfUnit = (trx: Trx, unitCode: string, after: string, most: number) =>
  select(trx)
    .where('unit_code', '=', unitCode)
    .where('code', '>', after)
    .orderBy('code')
    .limit(most)
    .execute();

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

export type Ask = { customerCode: string | null; phone: string | null; email: string | null };

/** In the order of the asks. */
export async function matchRows(trx: Trx, asks: readonly Ask[]): Promise<(string | null)[]> {
  const column = (pick: (ask: Ask) => string | null) => sql`${asks.map(pick)}::text[]`;
  const { rows } = await sql<{ code: string | null }>`select code from motcua.match_customers(
    ${column((ask) => ask.customerCode)}, ${column((ask) => ask.phone)}, ${column((ask) => ask.email)})`.execute(
    trx,
  );
  return rows.map(({ code }) => code);
}
