import {
  listServices,
  readUtility,
  type ServiceDefinition,
  type ServiceVersion,
} from '#modules/catalogue/index.ts';
import { type Customer, findCustomer, findCustomersByPhone } from '#modules/customers/index.ts';
import { findUnit, listDistricts, listProvinces, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { guessDistrict } from './rules/guess-district.ts';
import { guessService } from './rules/guess-service.ts';

export type Notice = {
  /** Whatever was said: the subject and body of a letter, a description, an address. */
  text: string;
  customerCode?: string | null;
  /** E.164 */
  phone?: string | null;
};
export type Guess = {
  service: ServiceVersion;
  unit: Unit;
  /** Where exactly one customer fits. */
  customer: Customer | null;
  /** What is a guess worth checking, and what followed from a name, a number or a code. */
  sure: { service: boolean; unit: boolean };
};

/**
 * What somebody wants and who should do it, from what they said. There is always an answer: where nothing fits, the service
 * and the unit that the utility named for that. `trx` must see the customers (the system's scope).
 */
export async function guess(trx: Trx, notice: Notice, today: string): Promise<Guess> {
  const services = await listServices(trx, today);
  const customer = await findOne(trx, notice);
  const found = guessService(
    services.map((version) => ({ ...namesOf(version.definition), version })),
    notice.text,
  )?.service.version;
  const place = await guessUnit(trx, customer, notice.text, today);
  const unclear = (await readUtility(trx, today)).whenUnclear;
  const service =
    found ?? services.find(({ definition }) => definition.code === unclear?.service) ?? services.at(-1);
  const unit = place ?? (await fallbackUnit(trx, unclear?.unit, today));
  if (!service || !unit) throw new Error('no profile is loaded');
  return {
    service,
    unit,
    customer,
    sure: { service: found !== undefined, unit: place !== undefined },
  };
}

const namesOf = ({ name, needs, keywords }: ServiceDefinition) => ({ name, needs, keywords });

async function findOne(trx: Trx, { customerCode, phone }: Notice): Promise<Customer | null> {
  const byCode = customerCode ? await findCustomer(trx, customerCode) : undefined;
  if (byCode) return byCode;
  const byPhone = phone ? await findCustomersByPhone(trx, phone) : [];
  return byPhone.length === 1 ? (byPhone[0] ?? null) : null;
}

async function guessUnit(
  trx: Trx,
  customer: Customer | null,
  text: string,
  today: string,
): Promise<Unit | undefined> {
  const own = customer && (await findUnit(trx, customer.unitCode));
  if (own && own.validTo === null) return own;
  const provinces = await listProvinces(trx);
  const districts = [];
  for (const { code } of provinces) districts.push(...(await listDistricts(trx, code, today)));
  const district = guessDistrict(
    districts.map((one) => ({ ...one, names: [one.name.vi, one.name.en] })),
    provinces.map(({ code, names }) => ({ code, names: names.flatMap(({ vi, en }) => [vi, en]) })),
    text,
  );
  return district && findUnit(trx, district.unitCode);
}

async function fallbackUnit(trx: Trx, named: string | undefined, today: string): Promise<Unit | undefined> {
  const { corporation } = await readUtility(trx, today);
  return (named ? await findUnit(trx, named) : undefined) ?? findUnit(trx, corporation);
}
