import type { Trx } from '#platform/postgres/in-scope.ts';
import { readCustomerUnits } from './customer-units.ts';
import type { Customer } from './find-customers.ts';
import { insertContracts, insertCustomers, insertMeterPoints } from './queries-put.ts';
import { customerWords } from './rules/words.ts';

export type CustomerEntry = Customer & {
  contracts: {
    number: string;
    purpose: 'residential' | 'production' | 'business' | 'administrative' | 'agricultural';
    households: number;
    signedOn: string | null;
    meterPoints: {
      code: string;
      address: string;
      phases: 1 | 3;
      meterSerial: string | null;
      transformer: string | null;
    }[];
  }[];
};

/** Adds a few customers with their contracts and meter points; those there already are left as they are. Many come in by import. */
export async function putCustomers(trx: Trx, entries: readonly CustomerEntry[], now: Date): Promise<void> {
  const units = await readCustomerUnits(trx);
  const customers = entries.map(({ contracts: _, ...entry }) => {
    const unit = units.get(entry.unitCode);
    if (!unit)
      throw new Error(`customer ${entry.code} belongs to ${entry.unitCode}, which is no district unit`);
    const words = customerWords([entry.name, entry.address, ...unit.names], unit.path);
    return { ...entry, unitPath: unit.path, words };
  });
  await insertCustomers(trx, customers, now);
  const contracts = entries.flatMap((entry) =>
    entry.contracts.map((contract) => ({ ...contract, customerCode: entry.code })),
  );
  await insertContracts(trx, contracts);
  await insertMeterPoints(
    trx,
    contracts.flatMap(({ meterPoints, number, customerCode }) =>
      meterPoints.map((point) => ({ ...point, contractNumber: number, customerCode })),
    ),
  );
}
