import type { Trx } from '#platform/postgres/in-scope.ts';
import { type CustomerRow, customersByEmail, customersByPhone, readCustomerRow } from './queries.ts';

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

/** The customer, or the few, whom this mail address (in small letters) reaches. */
export async function findCustomersByEmail(trx: Trx, email: string): Promise<Customer[]> {
  return (await customersByEmail(trx, email, mostCandidates)).map(asCustomer);
}

const asCustomer = (row: CustomerRow): Customer => ({
  code: row.code,
  unitCode: row.unit_code,
  kind: row.kind === 'organisation' ? 'organisation' : 'household',
  name: row.name,
  address: row.address,
  phones: row.phones,
  emails: row.emails,
});
