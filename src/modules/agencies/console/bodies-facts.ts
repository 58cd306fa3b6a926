import { type Actor, listBodies, listProvinces, listUnits, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { addressesOn, countByBody, officersByBody } from '../queries-bodies.ts';
import type { ListedBody } from './bodies-page.tsx';

/** Who looks at how the State bodies stand: everybody of a unit who decides or answers for cases, and who looks after people. */
const readers = ['clerk', 'unit_head', 'company_director', 'corporation', 'administrator'];
const writers = ['company_director', 'corporation', 'administrator'];
export const maySeeBodies = ({ role }: Actor): boolean => role !== null && readers.includes(role);
export const mayAddress = ({ role }: Actor): boolean => role !== null && writers.includes(role);

/** The bodies of the provinces that this person's unit, its company or all its companies serve. */
export async function bodiesOf(trx: Trx, actor: Actor, now: Date): Promise<Unit[]> {
  const companies = (await listUnits(trx, { kind: 'company' })).filter(({ path }) =>
    actor.scope.paths.some((own) => isWithin(path, own) || isWithin(own, path)),
  );
  const provinces = (await listProvinces(trx)).filter(({ companyCode }) =>
    companies.some(({ code }) => code === companyCode),
  );
  return (await listBodies(trx, dayAt(now)))
    .filter(
      ({ kind, provinceCode }) => kind === 'agency' && provinces.some(({ code }) => code === provinceCode),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const isWithin = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`);

export async function readBodiesPage(trx: Trx, actor: Actor, now: Date): Promise<ListedBody[]> {
  const [bodies, counts, officers, addresses] = [
    await bodiesOf(trx, actor, now),
    await countByBody(trx, now),
    await officersByBody(trx),
    await addressesOn(trx, dayAt(now)),
  ];
  return bodies.map((unit) => {
    const count = counts.find(({ unit_code }) => unit_code === unit.code);
    return {
      unit,
      open: count?.open ?? 0,
      late: count?.late ?? 0,
      officers: officers.get(unit.code) ?? 0,
      email: addresses.get(unit.code) || null,
    };
  });
}
