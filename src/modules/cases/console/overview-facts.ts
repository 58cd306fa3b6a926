import { type Actor, findUnit, listUnits } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { countQueue, countUnits } from '../queries-queue.ts';

/** What stands open below a person's unit, by state, and by unit where there are several. */
export async function readOverview(trx: Trx, actor: Actor, now: Date) {
  const unit = actor.unitCode ? await findUnit(trx, actor.unitCode) : undefined;
  const counted = await countUnits(trx, now);
  const units = new Map((await listUnits(trx, { closedToo: true })).map((one) => [one.code, one.name]));
  return {
    unit: unit?.name ?? { vi: '', en: '' },
    states: await countQueue(trx, null, now),
    units: counted.map((row) => ({
      ...row,
      name: units.get(row.unit_code) ?? { vi: row.unit_code, en: row.unit_code },
    })),
  };
}

export type OverviewFacts = Awaited<ReturnType<typeof readOverview>>;
