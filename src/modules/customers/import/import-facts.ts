import { readUtility } from '#modules/catalogue/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { readCustomerUnits } from '../customer-units.ts';
import { customerReasons } from '../reasons.ts';
import type { ImportFacts } from './kinds.ts';

/** The units there are, and how the utility's customer codes look. */
export async function readImportFacts(trx: Trx, today: string): Promise<ImportFacts> {
  const units = await readCustomerUnits(trx);
  if (units.size === 0) throw refuse(customerReasons.no_profile);
  const { customerCode } = await readUtility(trx, today);
  return { units, customerCode: new RegExp(customerCode.pattern) };
}
