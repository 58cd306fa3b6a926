import { findService, readUtility, type ServiceVersion } from '#modules/catalogue/index.ts';
import { type Customer, findCustomer } from '#modules/customers/index.ts';
import {
  type Actor,
  type District,
  findUnit,
  listDistricts,
  listProvinces,
  type Province,
  type Unit,
} from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Text } from '#platform/text.ts';
import { intakeReasons } from '../reasons.ts';
import { plainCode } from '../unit-of-customer.ts';

export type CounterFacts = {
  service: ServiceVersion;
  /** Where the counter stands. */
  unit: Unit | undefined;
  districts: (District & { province: Text })[];
  customerCodeHint: Text;
  /** A desk of the State sees no customer of the utility. */
  seesCustomers: boolean;
};

/** What the form at the counter of one unit is drawn from. */
export const readCounterFacts = (
  db: Database,
  actor: Actor,
  serviceCode: string,
  today: string,
): Promise<CounterFacts> =>
  inScope(db, actor.scope, async (trx) => {
    const service = await findService(trx, serviceCode, today);
    if (!service) throw refuse(intakeReasons.service_unknown);
    const unit = actor.unitCode ? await findUnit(trx, actor.unitCode) : undefined;
    const districts = [];
    for (const { code, name } of nearby(await listProvinces(trx), unit))
      for (const district of await listDistricts(trx, code, today))
        districts.push({ ...district, province: name });
    const { customerCode } = await readUtility(trx, today);
    const seesCustomers = actor.scope.system || actor.scope.paths.length > 0;
    return { service, unit, districts, customerCodeHint: customerCode.hint, seesCustomers };
  });

/** The provinces whose people come to this counter; all of them where that is not told by the unit. */
function nearby(provinces: readonly Province[], unit: Unit | undefined): readonly Province[] {
  const near = provinces.filter(
    ({ code, companyCode }) => code === unit?.provinceCode || companyCode === unit?.parentCode,
  );
  return near.length > 0 ? near : provinces;
}

/** The customer by their code, where whoever asks may see them. */
export const lookUp = (db: Database, actor: Actor, typed: string): Promise<Customer | undefined> =>
  inScope(db, actor.scope, (trx) => findCustomer(trx, plainCode(typed)));
