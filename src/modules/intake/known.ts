import { listServices, readUtility, type ServiceVersion, type Utility } from '#modules/catalogue/index.ts';
import { listDistricts, listUnits, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope, type Trx } from '#platform/postgres/in-scope.ts';

/** What a notice is checked against: services in force, units that work, districts with their units. */
export type Known = {
  day: string;
  services: ReadonlyMap<string, ServiceVersion>;
  units: ReadonlyMap<string, Unit>;
  unitOfDistrict: ReadonlyMap<string, string>;
  utility: Utility;
};

const keptFor = 5_000;

/** Reads it once in five seconds: a program that files a hundred cases a second costs one look, and a change is seen soon. */
export function knownLately({ db, clock }: { db: Database; clock: Clock }): () => Promise<Known> {
  let latest: { until: number; known: Promise<Known> } | undefined;
  return () => {
    const now = clock.now();
    if (latest && now.getTime() < latest.until) return latest.known;
    const known = inScope(db, publicScope, (trx) => read(trx, dayAt(now)));
    latest = { until: now.getTime() + keptFor, known };
    known.catch(() => {
      latest = undefined;
    });
    return known;
  };
}

async function read(trx: Trx, day: string): Promise<Known> {
  const districts = await listDistricts(trx, null, day);
  return {
    day,
    services: new Map((await listServices(trx, day)).map((version) => [version.definition.code, version])),
    units: new Map((await listUnits(trx)).filter(works).map((unit) => [unit.code, unit])),
    unitOfDistrict: new Map(districts.map(({ code, unitCode }) => [code, unitCode])),
    utility: await readUtility(trx, day),
  };
}

/** A State body and its desk take cases in, but do not work on them. */
const works = ({ kind }: Unit) => kind !== 'agency' && kind !== 'administration_centre';
