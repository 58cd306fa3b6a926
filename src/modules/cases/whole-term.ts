import { currentCalendar, type Limit, readServiceVersion } from '#modules/catalogue/index.ts';
import { computeDue, type Derivation } from '#modules/deadlines/index.ts';
import { readRegulation } from '#modules/regulations/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { readLedger } from './account-times.ts';
import { ownLimit } from './own-limit.ts';
import { type CaseRow, countSupplements } from './queries.ts';
import { type History, ownersAt, segmentsOf } from './rules/party-times.ts';
import { readLimit } from './stored-limit.ts';

/**
 * When all parties together must be through: by the regulation's total, else by the utility's own limit. Time that is the customer's
 * (what is asked of them, works of theirs or that the utility is hired for) does not count, and neither does time after an end.
 */
export async function readWholeTerm(trx: Trx, found: CaseRow, now: Date): Promise<Derivation> {
  return wholeTermOf(trx, found, (await readLedger(trx, found, now)).history, now);
}

/** The same, from a history that was read already. */
export async function wholeTermOf(
  trx: Trx,
  found: CaseRow,
  history: History,
  now: Date,
): Promise<Derivation> {
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const limit = (await wholeLimit(trx, found)) ?? ownLimit(found, definition);
  const calendar = await currentCalendar(trx, limit.calendar);
  const stretches = [
    ...segmentsOf(history)
      .filter(({ owners }) => isNobodysLimit(owners))
      .map(({ from, to }) => ({ from, to, reason: 'customer' })),
    ...(isOver(found) || !isNobodysLimit(ownersAt(history, now.getTime()))
      ? []
      : [{ from: now.getTime(), to: null, reason: 'customer' }]),
    ...history.ended.map((stretch) => ({ ...stretch, reason: 'ended' })),
  ];
  return computeDue({
    startedAt: found.opened_at,
    limit,
    calendar,
    pauses: stretches.map(({ from, to, reason }) => ({
      from: new Date(from).toISOString(),
      to: to === null ? null : new Date(to).toISOString(),
      reason,
    })),
  });
}

const isOver = ({ finished_at, closed_at }: CaseRow): boolean => (finished_at ?? closed_at) !== null;
const isNobodysLimit = (owners: readonly { counted: boolean }[]): boolean =>
  owners.every(({ counted }) => !counted);

/** A regulation may give some days more to a dossier that had to be supplemented. */
async function wholeLimit(trx: Trx, found: CaseRow): Promise<Limit | null> {
  const whole = readLimit(found.whole_term);
  if (!whole || found.regulation_id === null) return whole;
  const { supplementAdds = 0 } = (await readRegulation(trx, found.regulation_id)).definition;
  if (supplementAdds === 0 || (await countSupplements(trx, found.id)) === 0) return whole;
  return { ...whole, amount: whole.amount + supplementAdds };
}
