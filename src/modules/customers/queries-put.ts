import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Customer } from './find-customers.ts';

/** PostgreSQL takes 65,535 parameters a statement. */
const atOnce = 1000;

async function inParts<T>(rows: readonly T[], put: (part: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await put(rows.slice(from, from + atOnce));
}

type CustomerToPut = Customer & { unitPath: string; words: string[] };

export const insertCustomers = (trx: Trx, customers: readonly CustomerToPut[], now: Date): Promise<void> =>
  inParts(customers, (part) =>
    trx
      .insertInto('customers')
      .values(
        part.map((one) => ({
          code: one.code,
          unit_code: one.unitCode,
          unit_path: one.unitPath,
          kind: one.kind,
          name: one.name.normalize('NFC'),
          address: one.address.normalize('NFC'),
          phones: one.phones,
          emails: one.emails,
          search: sql<string>`array_to_tsvector(${one.words}::text[])`,
          imported_at: now,
        })),
      )
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute(),
  );

type ContractToPut = {
  number: string;
  customerCode: string;
  purpose: string;
  households: number;
  signedOn: string | null;
};

export const insertContracts = (trx: Trx, contracts: readonly ContractToPut[]): Promise<void> =>
  inParts(contracts, (part) =>
    trx
      .insertInto('contracts')
      .values(
        part.map((one) => ({
          number: one.number,
          customer_code: one.customerCode,
          purpose: one.purpose,
          households: one.households,
          signed_on: one.signedOn,
        })),
      )
      .onConflict((conflict) => conflict.column('number').doNothing())
      .execute(),
  );

type MeterPointToPut = {
  code: string;
  contractNumber: string;
  customerCode: string;
  address: string;
  phases: number;
  meterSerial: string | null;
  transformer: string | null;
};

export const insertMeterPoints = (trx: Trx, points: readonly MeterPointToPut[]): Promise<void> =>
  inParts(points, (part) =>
    trx
      .insertInto('meter_points')
      .values(
        part.map((one) => ({
          code: one.code,
          contract_number: one.contractNumber,
          customer_code: one.customerCode,
          address: one.address,
          phases: one.phases,
          meter_serial: one.meterSerial,
          transformer: one.transformer,
        })),
      )
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute(),
  );
