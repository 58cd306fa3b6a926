import type { CustomerEntry } from '#modules/customers/index.ts';
import { type Actor, findStaff } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { giveKeys } from './keys.ts';
import { inventAddresses, moveIn, type Person, takeOn } from './move-in.ts';
import { dice } from './names.ts';
import { type Plan, readPlan } from './plan.ts';
import { tellAcross } from './stories/across.ts';
import { tellOfTheUnit } from './stories/at-the-unit.ts';
import type { Cabinet } from './stories/made-up-papers.ts';
import type { People } from './stories/opening.ts';
import type { PaperDesk } from './stories/signed-papers.ts';

type Deps = PaperDesk;
type World = { plan: Plan; people: readonly Person[]; customers: readonly CustomerEntry[] };

/** Takes on the people of the demonstration and lets them work through made-up cases. Once only: where they are, nothing is added. */
export async function fillDemonstration(deps: Deps, profileFolder: string): Promise<{ cases: number }> {
  const plan = await readPlan(profileFolder);
  const first = plan?.staff[0];
  if (!plan || !first) return { cases: 0 };
  const there = await inScope(deps.db, systemScope, (trx) => findStaff(trx, { email: first.email }));
  if (there) return { cases: 0 };
  const people = await takeOn(deps, plan);
  await giveKeys({ ...deps, clock: { now: () => startOf(deps.clock, longestAgo) } }, plan);
  await inventAddresses(deps);
  const world = { plan, people, customers: await moveIn(deps, plan) };
  // Told side by side: nobody waits for a demonstration gladly.
  const [ofUnits, across] = await Promise.all([tellOfUnits(deps, world), tellOfCrossings(deps, world)]);
  return { cases: ofUnits + across };
}

/** Keys are older than the oldest paper that they sign. */
const longestAgo = 400;

async function tellOfUnits(deps: Deps, { plan, people, customers }: World): Promise<number> {
  const told = plan.cases.map(async ({ unit, count, days = plan.days, desk }, index) => {
    const own = customers.filter(({ unitCode }) => unitCode === unit);
    for (let n = 0; n < count; n++) {
      const where = { unit, customer: own[(n * 7) % Math.max(1, own.length)] };
      const start = startOf(deps.clock, days * (1 - n / count));
      await tellOfTheUnit(deps.db, peopleOf(people, unit, desk), where, dice(index * 1000 + n + 1), start);
    }
    return count;
  });
  return (await Promise.all(told)).reduce((sum, count) => sum + count, 0);
}

async function tellOfCrossings(deps: Deps, { plan, people, customers }: World): Promise<number> {
  const officers = new Map(
    people.filter(({ role }) => role === 'officer').map(({ unit, actor }) => [unit, actor] as const),
  );
  const cabinet: Cabinet = { files: deps.files, kept: new Map() };
  for (const [index, crossing] of plan.crossings.entries()) {
    const { unit, desk, days, says } = crossing;
    const own = customers.filter(({ unitCode }) => unitCode === unit);
    const cast = {
      people: peopleOf(people, unit, desk),
      officers,
      says: { ...plan.says, ...says },
      dice: dice(100_000 + index),
      cabinet,
    };
    await tellAcross(
      deps,
      cast,
      crossing,
      own[(index * 11 + 3) % Math.max(1, own.length)],
      startOf(deps.clock, days),
    );
  }
  return plan.crossings.length;
}

const isAbove = ({ scope: above }: Actor, { scope }: Actor): boolean =>
  scope.paths.some((path) => above.paths.some((one) => path.startsWith(`${one}.`)));

function peopleOf(people: readonly Person[], unit: string, desk: string | undefined): People {
  const find = (role: Person['role'], at = unit) => {
    const found = people.find((person) => person.unit === at && person.role === role);
    if (!found) throw new Error(`the demonstration has cases for ${at} but no ${role} there`);
    return found.actor;
  };
  const both = { clerk: find('clerk'), head: find('unit_head') };
  const director = people.find(({ role, actor }) => role === 'company_director' && isAbove(actor, both.head));
  return {
    ...both,
    ...(desk ? { desk: find('desk_clerk', desk) } : {}),
    ...(director ? { director: director.actor } : {}),
  };
}

const startOf = (clock: Clock, daysAgo: number): Date =>
  new Date(clock.now().getTime() - daysAgo * 86_400_000);
