import type { Trx } from '#platform/postgres/in-scope.ts';
import type { DistrictEntry, ProvinceEntry, UnitEntry } from './entries.ts';
import { findUnit, listUnits } from './queries.ts';
import { correctUnit, listMoved, openUnits, putDistricts, putProvinces } from './queries-put.ts';
import type { Unit } from './units.ts';

/**
 * Takes over the organisation as the profile has it, parents before children. Names may be corrected this way;
 * a place in the tree may not: that takes a dated reorganisation, because history hangs on it.
 */
export async function putOrganisation(
  trx: Trx,
  entries: { units: UnitEntry[]; provinces: ProvinceEntry[]; districts: DistrictEntry[] },
): Promise<void> {
  const known = new Map((await listUnits(trx, { closedToo: true })).map((unit) => [unit.code, unit]));
  const moved = await listMoved(trx);
  const paths = new Map([...known.values()].map((unit) => [unit.code, unit.path]));
  const fresh = [];
  for (const entry of entries.units) {
    const before = known.get(entry.code);
    if (before) await correct(trx, before, entry, moved);
    else fresh.push({ ...entry, path: below(paths, entry) });
  }
  await openUnits(trx, fresh);
  await putProvinces(trx, entries.provinces);
  await putDistricts(trx, entries.districts);
}

async function correct(trx: Trx, before: Unit, entry: UnitEntry, moved: ReadonlySet<string>): Promise<void> {
  if (before.parentCode !== entry.parent && !moved.has(entry.code))
    throw new Error(
      `${entry.code} stands below ${before.parentCode} and the profile says ${entry.parent}: write the move as a dated reorganisation`,
    );
  const same =
    before.name.vi === entry.name.vi &&
    before.name.en === entry.name.en &&
    before.nameStatus === entry.nameStatus;
  if (!same) await correctUnit(trx, entry);
}

function below(paths: Map<string, string>, { code, parent }: UnitEntry): string {
  const above = parent === null ? undefined : paths.get(parent);
  if (parent !== null && above === undefined)
    throw new Error(`${code} stands below ${parent}, which does not exist`);
  const path = above === undefined ? code : `${above}.${code}`;
  paths.set(code, path);
  return path;
}

/** The path of a unit that opens below its parent. */
export async function pathOf(
  trx: Trx,
  { code, parent }: { code: string; parent: string | null },
): Promise<string> {
  const above = parent === null ? undefined : await findUnit(trx, parent);
  return above ? `${above.path}.${code}` : code;
}
