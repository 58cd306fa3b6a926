import { type Actor, findUnit, listUnits } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { listCustomers, readCustomerFile } from '../find-customers.ts';
import { searchCustomers } from '../search-customers.ts';

/** A case in a few words. The module of cases gives them; it may know customers, and so customers do not know it. */
export type CustomerCase = {
  code: string;
  shownCode: string;
  service: Text;
  state: string;
  stateName: Text;
  live: boolean;
  unitCode: string;
  openedAt: Date;
  dueAt: Date | null;
};
export type CasesOf = (
  trx: Trx,
  who: { customerCode: string; phones: readonly string[] },
) => Promise<CustomerCase[]>;

/** What the address of the page says: what was typed, and where a list goes on. */
export type CustomersUrl = { tim: string; sau: string };

/** Of many who fit a search these are some, and more of them would be no better; a list is read on. */
export const mostFound = 25;
const mostListed = 50;

/** What was looked for; where nothing was, the customers of the viewer's own district unit. */
export async function readCustomersPage(trx: Trx, actor: Actor, url: CustomersUrl) {
  const unit = actor.unitCode ? await findUnit(trx, actor.unitCode) : undefined;
  const lists = url.tim === '' && unit?.kind === 'district_unit';
  const { customers, next } = lists
    ? await listCustomers(trx, unit.code, url.sau, mostListed)
    : { customers: await searchCustomers(trx, url.tim, mostFound), next: null };
  return { url, customers, next, unitNames: await namesOfUnits(trx) };
}

export type CustomersFacts = Awaited<ReturnType<typeof readCustomersPage>>;

/** All that the page of one customer shows; undefined where the viewer may not see them. */
export async function readCustomerPage(trx: Trx, code: string, casesOf: CasesOf) {
  const customer = await readCustomerFile(trx, code);
  if (!customer) return undefined;
  const cases = await casesOf(trx, { customerCode: code, phones: customer.phones });
  return { customer, cases, unitNames: await namesOfUnits(trx) };
}

export type CustomerPageFacts = NonNullable<Awaited<ReturnType<typeof readCustomerPage>>>;

async function namesOfUnits(trx: Trx): Promise<Map<string, Text>> {
  const units = await listUnits(trx, { kind: 'district_unit', closedToo: true });
  return new Map(units.map((unit) => [unit.code, unit.name]));
}
