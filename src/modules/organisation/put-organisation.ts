import type { Trx } from '#platform/postgres/in-scope.ts';
import type { DistrictEntry, ProvinceEntry, UnitEntry } from './entries.ts';
import { findUnit } from './queries.ts';
import { correctUnit, countPaths, openUnit, putDistrict, putProvince } from './queries-put.ts';

/**
 * Takes over the organisation as the profile has it, parents before children. Names may be corrected this way;
 * a place in the tree may not: that takes a dated reorganisation, because history hangs on it.
 */
export async function putOrganisation(
  trx: Trx,
  entries: { units: UnitEntry[]; provinces: ProvinceEntry[]; districts: DistrictEntry[] },
): Promise<void> {
  for (const unit of entries.units) await putUnit(trx, unit);
  for (const province of entries.provinces) await putProvince(trx, province);
  for (const district of entries.districts) await putDistrict(trx, district);
}

async function putUnit(trx: Trx, entry: UnitEntry): Promise<void> {
  const known = await findUnit(trx, entry.code);
  if (!known) return openUnit(trx, { ...entry, path: await pathOf(trx, entry) });
  if (known.parentCode !== entry.parent && (await countPaths(trx, entry.code)) === 1)
    throw new Error(
      `${entry.code} stands below ${known.parentCode} and the profile says ${entry.parent}: write the move as a dated reorganisation`,
    );
  return correctUnit(trx, entry);
}

/** The path of a unit that opens below its parent. */
export async function pathOf(
  trx: Trx,
  { code, parent }: { code: string; parent: string | null },
): Promise<string> {
  if (parent === null) return code;
  const above = await findUnit(trx, parent);
  if (!above) throw new Error(`${code} stands below ${parent}, which does not exist`);
  return `${above.path}.${code}`;
}
