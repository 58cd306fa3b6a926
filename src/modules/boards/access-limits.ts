import { readConnections, readStandardsWithin, type Standard } from '#modules/catalogue/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Filter } from './queries.ts';
import { addMonths, lastDay } from './rules/months.ts';

/** What was finished in a month was filed up to a year before. */
const filedBefore = -12;

/** The limits of connections that were in force while the cases of these months were filed. */
export async function readLimits(trx: Trx, filter: Filter): Promise<Standard[]> {
  const [from, to] = [`${addMonths(filter.from, filedBefore)}-01`, lastDay(filter.to)];
  const connections = (await readConnections(trx, from, to)).filter(
    ({ code }) => filter.class === undefined || code === filter.class,
  );
  const codes = new Set(
    connections.flatMap(({ standard, exceptions = [] }) => [
      standard,
      ...exceptions.map((exception) => exception.standard),
    ]),
  );
  return (await readStandardsWithin(trx, from, to)).filter(({ code }) => codes.has(code));
}
