import type { Trx } from '#platform/postgres/in-scope.ts';
import { casesOfPeople, casesSaying, type RelatedRow } from './queries-related.ts';
import { ended } from './rules/transitions.ts';
import { parseState } from './states.ts';
import { stateNames } from './texts.ts';

const most = 30;
const mostRecent = 5;
const mostAtAddress = 5;
/** An address of fewer words than these is a whole town. */
const leastWords = 3;

const describe = (row: RelatedRow) => {
  const state = parseState(row.state);
  return {
    ...row,
    state,
    stateName: stateNames[state],
    closed: ended(state),
    service: { vi: row.service_vi, en: row.service_en },
  };
};

export type RelatedCase = ReturnType<typeof describe>;
export type Related = { open: RelatedCase[]; recent: RelatedCase[]; atAddress: RelatedCase[] };

/** What is going on and what went on with somebody who is on the line, and the open cases of others at the same address. */
export async function relatedCases(
  trx: Trx,
  who: { phone: string | null; customerCodes: readonly string[]; address: string },
): Promise<Related> {
  const { customerCodes, phone } = who;
  const phones = phone === null ? [] : [phone];
  const own = (await casesOfPeople(trx, { customerCodes, phones }, most)).map(describe);
  const known = new Set(own.map(({ id }) => id));
  const tells = who.address.trim().split(/\s+/).length >= leastWords;
  const there = tells ? (await casesSaying(trx, who.address, most)).map(describe) : [];
  return {
    open: own.filter(({ closed }) => !closed),
    recent: own.filter(({ closed }) => closed).slice(0, mostRecent),
    atAddress: there.filter(({ id, closed }) => !closed && !known.has(id)).slice(0, mostAtAddress),
  };
}
