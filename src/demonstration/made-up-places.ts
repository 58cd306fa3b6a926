import { listDistricts, listProvinces } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { MadeUpPlace } from './made-up-customers.ts';

/** A place for every unit that serves a district on that day, addressed by the old names and, where the province was merged, by the new. */
export async function readMadeUpPlaces(trx: Trx, today: string): Promise<MadeUpPlace[]> {
  const places = new Map<string, string[]>();
  for (const province of await listProvinces(trx))
    for (const district of await listDistricts(trx, province.code, today)) {
      const ends = places.get(district.unitCode) ?? [];
      const later = province.names.slice(1).map(({ vi }) => vi);
      places.set(district.unitCode, [...ends, `${district.name.vi}, ${province.name.vi}`, ...later]);
    }
  return [...places].map(([unitCode, ends]) => ({ unitCode, ends }));
}
