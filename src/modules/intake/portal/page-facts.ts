import { readUtility } from '#modules/catalogue/index.ts';
import {
  type District,
  findUnit,
  listDistricts,
  listProvinces,
  type Province,
  type Unit,
} from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import type { Draft } from '../draft.ts';

export type PageFacts = {
  provinces: Province[];
  districts: District[];
  unit: Unit | undefined;
  customerCode: { hint: { vi: string; en: string }; pattern: string; example: string };
};

/** What the pages of a request show beside its answers, as known on a day. */
export const readPageFacts = (db: Database, { answers }: Draft, today: string): Promise<PageFacts> =>
  inScope(db, publicScope, async (trx) => ({
    provinces: await listProvinces(trx),
    districts: answers.province ? await listDistricts(trx, answers.province, today) : [],
    unit: answers.unit ? await findUnit(trx, answers.unit) : undefined,
    customerCode: (await readUtility(trx, today)).customerCode,
  }));
