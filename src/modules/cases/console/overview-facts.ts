import { type Actor, findUnit, listUnits } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { countFiledSince, countQueue, countUnits } from '../queries-queue.ts';

/** What stands open below a person's unit, by state, and by unit where there are several. */
export async function readOverview(trx: Trx, actor: Actor, now: Date) {
  const unit = actor.unitCode ? await findUnit(trx, actor.unitCode) : undefined;
  const [desk] = actor.scope.desks ?? [];
  const counted = await countUnits(trx, now, desk);
  const units = new Map((await listUnits(trx, { closedToo: true })).map((one) => [one.code, one.name]));
  return {
    /** At a desk: how many cases came in today; null elsewhere. */
    filedToday: desk ? await countFiledSince(trx, desk, midnight(now)) : null,
    unit: unit?.name ?? { vi: '', en: '' },
    states: await countQueue(trx, null, now, desk),
    units: counted.map((row) => ({
      ...row,
      name: units.get(row.unit_code) ?? { vi: row.unit_code, en: row.unit_code },
    })),
  };
}

/** When this day began in Viet Nam, wherever the server stands. */
const midnight = (now: Date): Date => {
  const today = dayAt(now);
  return new Date(`${today}T00:00:00+07:00`);
};

export type OverviewFacts = Awaited<ReturnType<typeof readOverview>>;
