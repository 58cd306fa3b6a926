import {
  type CalendarVersion,
  currentCalendars,
  type Limit,
  readServiceVersions,
} from '#modules/catalogue/index.ts';
import { computeDue, type Derivation, type Pause } from '#modules/deadlines/index.ts';
import { readRegulations } from '#modules/regulations/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { readHistories } from './account-times.ts';
import { ownLimit } from './own-limit.ts';
import type { CaseRow } from './queries.ts';
import { listSupplemented } from './queries-histories.ts';
import { type History, ownersAt, segmentsOf } from './rules/party-times.ts';
import { readLimit } from './stored-limit.ts';

/**
 * When all parties together must be through: by the regulation's total, else by the utility's own limit. Time that is the customer's
 * (what is asked of them, works of theirs or that the utility is hired for) does not count, and neither does time after an end.
 */
export async function readWholeTerm(trx: Trx, found: CaseRow, now: Date): Promise<Derivation> {
  const term = (await readWholeTerms(trx, [found], now)).get(found.id)?.term;
  if (!term) throw new Error(`no term of case ${found.code}`);
  return term;
}

/** `calendar`: the one its limit is counted by. */
export type WholeTerm = { term: Derivation; calendar: CalendarVersion };

/** As `readWholeTerm`, of many cases by their ids; the number of statements is that of one. */
export async function readWholeTerms(
  trx: Trx,
  cases: readonly CaseRow[],
  now: Date,
): Promise<Map<string, WholeTerm>> {
  return wholeTermsOf(trx, cases, await readHistories(trx, cases, now), now);
}

/** The same, from histories that were read already, in the order of the cases. */
export async function wholeTermsOf(
  trx: Trx,
  cases: readonly CaseRow[],
  histories: readonly History[],
  now: Date,
): Promise<Map<string, WholeTerm>> {
  const limits = await readWholeLimits(trx, cases);
  const calendars = await currentCalendars(trx, new Map());
  return new Map(
    cases.flatMap((found, index) => {
      const [limit, history] = [limits[index], histories[index]];
      const calendar = limit && calendars.get(limit.calendar);
      if (!limit || !history || !calendar) throw new Error(`no calendar for the limit of case ${found.code}`);
      const pauses = pausesOf(found, history, now);
      return [
        [found.id, { term: computeDue({ startedAt: found.opened_at, limit, calendar, pauses }), calendar }],
      ];
    }),
  );
}

function pausesOf(found: CaseRow, history: History, now: Date): Pause[] {
  const stretches = [
    ...segmentsOf(history)
      .filter(({ owners }) => isNobodysLimit(owners))
      .map(({ from, to }) => ({ from, to, reason: 'customer' })),
    ...(isOver(found) || !isNobodysLimit(ownersAt(history, now.getTime()))
      ? []
      : [{ from: now.getTime(), to: null, reason: 'customer' }]),
    ...history.ended.map((stretch) => ({ ...stretch, reason: 'ended' })),
  ];
  return stretches.map(({ from, to, reason }) => ({
    from: new Date(from).toISOString(),
    to: to === null ? null : new Date(to).toISOString(),
    reason,
  }));
}

const isOver = ({ finished_at, closed_at }: CaseRow): boolean => (finished_at ?? closed_at) !== null;
const isNobodysLimit = (owners: readonly { counted: boolean }[]): boolean =>
  owners.every(({ counted }) => !counted);

/** One for each case, in their order. A regulation may give some days more to a dossier that had to be supplemented. */
async function readWholeLimits(trx: Trx, cases: readonly CaseRow[]): Promise<Limit[]> {
  const services = await readServiceVersions(
    trx,
    cases.map((found) => found.service_version_id),
  );
  const regulations = await readRegulations(
    trx,
    cases.flatMap(({ regulation_id }) => regulation_id ?? []),
  );
  const added = ({ regulation_id }: CaseRow) =>
    regulations.get(regulation_id ?? 0)?.definition.supplementAdds ?? 0;
  const longer = cases.filter((found) => added(found) > 0).map(({ id }) => id);
  const supplemented = new Set(
    longer.length === 0 ? [] : (await listSupplemented(trx, longer)).map(({ case_id }) => case_id),
  );
  return cases.map((found) => {
    const service = services.get(found.service_version_id);
    if (!service) throw new Error(`no service version ${found.service_version_id}`);
    const whole = readLimit(found.whole_term);
    if (!whole) return ownLimit(found, service.definition);
    return supplemented.has(found.id) ? { ...whole, amount: whole.amount + added(found) } : whole;
  });
}
