import { putAddress } from '#modules/agencies/index.ts';
import { type CustomerEntry, putCustomers } from '#modules/customers/index.ts';
import { type Actor, addStaff, findUnit, listUnits, staffActor } from '#modules/organisation/index.ts';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { madeUpCustomer } from './made-up-customers.ts';
import { readMadeUpPlaces } from './made-up-places.ts';
import type { Plan } from './plan.ts';

type Deps = { db: Database; clock: Clock };
export type Person = Plan['staff'][number] & { actor: Actor };

/** The staff of the demonstration, of the utility and of State bodies. */
export const takeOn = ({ db }: Deps, plan: Plan): Promise<Person[]> =>
  inScope(db, systemScope, async (trx) => {
    const people: Person[] = [];
    for (const person of plan.staff) {
      const unit = await findUnit(trx, person.unit);
      if (!unit)
        throw new Error(`the demonstration names the unit ${person.unit}, which the profile does not have`);
      const staff = await addStaff(trx, {
        name: person.name,
        email: person.email,
        role: person.role,
        unitCode: unit.code,
      });
      people.push({ ...person, actor: await staffActor(trx, staff) });
    }
    return people;
  });

/** Letters to State bodies go to addresses that belong to nobody. */
export const inventAddresses = ({ db }: Deps): Promise<void> =>
  inScope(db, systemScope, async (trx) => {
    for (const { code } of await listUnits(trx, { kind: 'agency' }))
      await putAddress(trx, {
        unit_code: code,
        valid_from: '2018-01-01',
        email: `${code.toLowerCase()}@example.com`,
        source: 'demonstration',
      });
  });

/** The made-up customers of the demonstration's units. */
export const moveIn = ({ db, clock }: Deps, plan: Plan): Promise<CustomerEntry[]> =>
  inScope(db, systemScope, async (trx) => {
    const places = await readMadeUpPlaces(trx, todayOf(clock));
    const entries = plan.customers.flatMap(({ unit, count }) => {
      const there = places.filter(({ unitCode }) => unitCode === unit);
      return Array.from({ length: count }, (_, n) => madeUpCustomer(n + 1, there));
    });
    await putCustomers(trx, entries, clock.now());
    return entries;
  });
