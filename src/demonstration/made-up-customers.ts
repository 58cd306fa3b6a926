import type { CustomerEntry } from '#modules/customers/index.ts';
import { type Dice, dice } from './names.ts';
import { communes, families, given, hamlets, middles, organisations, streets } from './people.ts';

/** Where made-up customers live: a unit, and how addresses there end, before and after the provinces were merged. */
export type MadeUpPlace = { unitCode: string; ends: readonly string[] };

/** The n-th made-up customer: the same each time, in one of the places by turns, named as often as people really are. */
export function madeUpCustomer(n: number, places: readonly MadeUpPlace[]): CustomerEntry {
  const place = places[n % places.length];
  if (!place) throw new Error('made-up customers need a place to live in');
  const chance = dice(n * 7919 + 17);
  const code = `${place.unitCode}${String(Math.floor(n / places.length) + 1).padStart(7, '0')}`;
  const organisation = chance.chance(0.06);
  const address = anAddress(chance, place);
  const number = `HD${code.slice(2)}`;
  return {
    code,
    unitCode: place.unitCode,
    kind: organisation ? 'organisation' : 'household',
    name: organisation ? `${chance.one(organisations)} ${chance.one(communes)}` : aPerson(chance),
    address,
    phones: chance.chance(0.88) ? phones(chance) : [],
    emails: chance.chance(0.12) ? [`kh${n}@example.com`] : [],
    contracts: [
      {
        number,
        purpose: organisation ? chance.one(['production', 'business', 'administrative']) : 'residential',
        households: chance.chance(0.03) ? 2 + chance.upTo(8) : 1,
        signedOn: `${2001 + chance.upTo(18)}-${two(1 + chance.upTo(12))}-${two(1 + chance.upTo(28))}`,
        meterPoints: meterPoints(chance, code, address, organisation),
      },
    ],
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Two families in five are Nguyễn: a search for one must not read them all. */
const aPerson = (chance: Dice): string =>
  [
    chance.weighted(families),
    chance.weighted(middles),
    ...(chance.chance(0.25) ? [chance.weighted(given)] : []),
    chance.weighted(given),
  ].join(' ');

function anAddress(chance: Dice, { ends }: MadeUpPlace): string {
  const house = `Số ${1 + chance.upTo(480)}${chance.chance(0.2) ? `/${1 + chance.upTo(40)}` : ''}`;
  const street = chance.chance(0.4) ? `đường ${chance.one(streets)}` : chance.one(hamlets);
  return [house, street, chance.one(communes), chance.one(ends)].join(', ');
}

function phones(chance: Dice): string[] {
  const one = () =>
    `+84${chance.one(['90', '91', '97', '98', '32', '70', '83'])}${String(chance.upTo(10_000_000)).padStart(7, '0')}`;
  return chance.chance(0.1) ? [one(), one()] : [one()];
}

type MeterPoint = CustomerEntry['contracts'][number]['meterPoints'][number];

function meterPoints(chance: Dice, code: string, address: string, organisation: boolean): MeterPoint[] {
  const count = organisation && chance.chance(0.3) ? 2 : 1;
  return Array.from({ length: count }, (_, index) => ({
    code: `${code}${String(index + 1).padStart(3, '0')}`,
    address,
    phases: organisation && chance.chance(0.7) ? 3 : 1,
    meterSerial: String(10_000_000 + chance.upTo(89_999_999)),
    transformer: `T${code.slice(2, 6)}${two(chance.upTo(60))}`,
  }));
}
