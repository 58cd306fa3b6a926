import type { Trx } from '#platform/postgres/in-scope.ts';
import {
  type Ask,
  type CustomerRow,
  contractsOf,
  customersByEmail,
  customersByPhone,
  customersOfUnit,
  matchRows,
  meterPointsOf,
  readCustomerRow,
} from './queries.ts';

/** A customer of the utility, as the billing system knows them. Phones in E.164. */
export type Customer = {
  code: string;
  unitCode: string;
  kind: 'household' | 'organisation';
  name: string;
  address: string;
  phones: string[];
  emails: string[];
};

const mostCandidates = 10;

/** By their code, as far as the viewer sees them. */
export async function findCustomer(trx: Trx, code: string): Promise<Customer | undefined> {
  const row = await readCustomerRow(trx, code);
  return row && asCustomer(row);
}

/** The customer, or the few, whom this telephone (E.164) reaches. */
export async function findCustomersByPhone(trx: Trx, phone: string): Promise<Customer[]> {
  return (await customersByPhone(trx, phone, mostCandidates)).map(asCustomer);
}

/** The customer, or the few, whom this address of mail reaches. */
export async function findCustomersByEmail(trx: Trx, email: string): Promise<Customer[]> {
  return (await customersByEmail(trx, email, mostCandidates)).map(asCustomer);
}

/** A page of a unit's customers in the order of their codes; `next` is where the page after it begins. */
export async function listCustomers(trx: Trx, unitCode: string, after: string, most: number) {
  const rows = (await customersOfUnit(trx, unitCode, after, most + 1)).map(asCustomer);
  const shown = rows.slice(0, most);
  return { customers: shown, next: rows.length > most ? (shown.at(-1)?.code ?? null) : null };
}

/** All that is known of a customer; undefined where the viewer may not see them, or there is none. */
export async function readCustomerFile(trx: Trx, code: string) {
  const customer = await findCustomer(trx, code);
  if (!customer) return undefined;
  const contracts = await contractsOf(trx, code);
  const meterPoints = await meterPointsOf(trx, code);
  return { ...customer, contracts, meterPoints };
}

export type CustomerFile = NonNullable<Awaited<ReturnType<typeof readCustomerFile>>>;

/**
 * For each ask, in its order, the code of the one customer whom it fits: by the code they gave, else by phone (E.164), else by
 * e-mail; null where nobody or more than one does. One query for all. `trx` must be in the system's scope: others get null.
 */
export async function matchCustomers(trx: Trx, asks: readonly Ask[]): Promise<(string | null)[]> {
  if (asks.length === 0) return [];
  const found = await matchRows(trx, asks);
  return asks.map((_, index) => found[index] ?? null);
}

export const asCustomer = (row: CustomerRow): Customer => ({
  code: row.code,
  unitCode: row.unit_code,
  kind: row.kind === 'organisation' ? 'organisation' : 'household',
  name: row.name,
  address: row.address,
  phones: row.phones,
  emails: row.emails,
});
