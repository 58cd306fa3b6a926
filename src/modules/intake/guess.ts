import {
  listServices,
  readUtility,
  type ServiceDefinition,
  type ServiceVersion,
} from '#modules/catalogue/index.ts';
import {
  type Customer,
  findCustomer,
  findCustomersByEmail,
  findCustomersByPhone,
} from '#modules/customers/index.ts';
import { findUnit, listDistricts, listProvinces, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { guessDistrict } from './rules/guess-district.ts';
import { guessService } from './rules/guess-service.ts';
import { unitOfCustomer } from './unit-of-customer.ts';

export type Notice = {
  /** Whatever was said: the subject and body of a letter, a description, an address. */
  text: string;
  customerCode?: string | null;
  /** E.164 */
  phone?: string | null;
  /** In small letters. */
  email?: string | null;
};
/** What a guess rests on; read once, it serves many. */
export type GuessFacts = Awaited<ReturnType<typeof readGuessFacts>>;

export async function readGuessFacts(trx: Trx, today: string) {
  const [services, provinces, utility] = [
    await listServices(trx, today),
    await listProvinces(trx),
    await readUtility(trx, today),
  ];
  const districts = await listDistricts(trx, null, today);
  return {
    services,
    guessable: services.map((version) => ({ ...namesOf(version.definition), version })),
    utility,
    provinces: provinces.map(({ code, names }) => ({ code, names: names.flatMap(({ vi, en }) => [vi, en]) })),
    districts: districts.map((one) => ({ ...one, names: [one.name.vi, one.name.en] })),
  };
}
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
export async function guess(trx: Trx, notice: Notice, today: string, known?: GuessFacts): Promise<Guess> {
  const facts = known ?? (await readGuessFacts(trx, today));
  const { services, utility } = facts;
  const customer = await findOne(trx, notice);
  const found = guessService(facts.guessable, notice.text)?.service.version;
  const place = await guessUnit(trx, customer, notice.text, facts);
  const unclear = utility.whenUnclear;
  const service =
    found ?? services.find(({ definition }) => definition.code === unclear?.service) ?? services.at(-1);
  const unit =
    place ?? (unclear && (await findUnit(trx, unclear.unit))) ?? (await findUnit(trx, utility.corporation));
  if (!service || !unit) throw new Error('no profile is loaded');
  return {
    service,
    unit,
    customer,
    sure: { service: found !== undefined, unit: place !== undefined },
  };
}

const namesOf = ({ name, needs, keywords }: ServiceDefinition) => ({ name, needs, keywords });

async function findOne(trx: Trx, { customerCode, phone, email }: Notice): Promise<Customer | null> {
  const byCode = customerCode ? await findCustomer(trx, customerCode) : undefined;
  if (byCode) return byCode;
  const byPhone = phone ? await findCustomersByPhone(trx, phone) : [];
  if (byPhone.length === 1) return byPhone[0] ?? null;
  const byEmail = email ? await findCustomersByEmail(trx, email) : [];
  return byEmail.length === 1 ? (byEmail[0] ?? null) : null;
}

async function guessUnit(
  trx: Trx,
  customer: Customer | null,
  text: string,
  { districts, provinces, utility }: GuessFacts,
): Promise<Unit | undefined> {
  const own = customer && (await unitOfCustomer(trx, utility, customer));
  if (own?.ok) return own.unit;
  const district = guessDistrict(districts, provinces, text);
  return district && findUnit(trx, district.unitCode);
}
