import { type CustomerEntry, putCustomers } from '#modules/customers/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';

/** A customer of the unit, with one contract and one meter point. */
export const aCustomer = (change: Partial<CustomerEntry> = {}): CustomerEntry => {
  const { code = 'PB05080000001' } = change;
  return {
    code,
    unitCode: 'PB0508',
    kind: 'household',
    name: 'Nguyễn Đức Thắng',
    address: 'Số 12, ấp Thạnh Đức, xã Cẩm Giang',
    phones: ['+84909123456'],
    emails: ['thang@example.com'],
    contracts: [
      {
        number: `HD-${code}`,
        purpose: 'residential',
        households: 1,
        signedOn: '2019-03-04',
        meterPoints: [
          { code: `${code}001`, address: 'Ấp Thạnh Đức', phases: 1, meterSerial: '123', transformer: 'T1' },
        ],
      },
    ],
    ...change,
  };
};

export const haveCustomers = (db: Database, ...entries: CustomerEntry[]): Promise<void> =>
  inScope(db, systemScope, (trx) => putCustomers(trx, entries, new Date('2026-01-01T00:00:00Z')));
