import { listUnits, type Unit, type UnitKind } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';

const kinds: readonly UnitKind[] = ['district_unit', 'company', 'care_centre', 'corporation'];

/** The open units that a case can be given to. */
export const unitsForCases = async (trx: Trx): Promise<Unit[]> =>
  (await listUnits(trx)).filter(({ kind }) => kinds.includes(kind));
