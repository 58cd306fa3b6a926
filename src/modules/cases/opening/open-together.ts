import { matchCustomers } from '#modules/customers/index.ts';
import type { Outcome } from '#platform/group-commit.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type Deps, mustBeSame } from '../act-on-case.ts';
import { caseReasons } from '../reasons.ts';
import { asStorable } from './as-storable.ts';
import { type Prepared, prepare } from './prepare.ts';
import {
  announceOpenings,
  findEarlier,
  insertCases,
  insertFirstAlarms,
  insertOpenings,
  insertParts,
  insertPlans,
} from './queries-opening.ts';
import { readReference } from './reference.ts';
import { termsFrom } from './terms.ts';
import type { Asked, OpenCase, Opened } from './types.ts';

/**
 * Opens cases in one transaction, each with an outcome of its own: what one is refused for does not touch the others. Each
 * actor's right to open is asked for before; the transaction itself sees all, because it serves several actors.
 */
export function openTogether(deps: Deps, sent: readonly Asked[]): Promise<Outcome<Opened>[]> {
  return inScope(deps.db, systemScope, async (trx) => {
    const asked = await withCustomers(trx, sent.map(asStorable));
    const earlier = await findOpenings(trx, asked);
    const reference = await readReference(deps.db, trx, asked, deps.clock.now());
    const termOf = termsFrom(reference);
    const fresh = new Map<string, Prepared>();
    const outcomes = asked.map((one): Outcome<Opened> => {
      const { requestId } = one.request;
      try {
        const before = earlier(one.request) ?? openedJustNow(fresh.get(requestId), one.request);
        if (before) return { ok: true, result: { ...before, replayed: true } };
        const prepared = prepare(one, reference, termOf);
        fresh.set(requestId, prepared);
        return { ok: true, result: prepared.opened };
      } catch (error) {
        return { ok: false, error };
      }
    });
    if (fresh.size > 0) await write(trx, [...fresh.values()]);
    return outcomes;
  });
}

/** The same id twice within one group. */
function openedJustNow(before: Prepared | undefined, { requestHash }: OpenCase): Opened | undefined {
  if (before) mustBeSame(before.event, requestHash);
  return before?.opened;
}

/** Whoever gave no customer code is known by it where their phone or e-mail is one customer's alone. */
async function withCustomers(trx: Trx, asked: readonly Asked[]): Promise<Asked[]> {
  const codes = await matchCustomers(
    trx,
    asked.map(({ request: { customer } }) => customer),
  );
  return asked.map(({ actor, request }, index) => {
    const matched = request.customer.customerCode === null && Boolean(codes[index]);
    const customerCode = request.customer.customerCode ?? codes[index] ?? null;
    return { actor, request: { ...request, customer: { ...request.customer, customerCode } }, matched };
  });
}

async function write(trx: Trx, fresh: readonly Prepared[]): Promise<void> {
  await insertCases(
    trx,
    fresh.map(({ row }) => row),
  );
  await insertOpenings(
    trx,
    fresh.map(({ event }) => event),
  );
  await insertPlans(
    trx,
    fresh.flatMap(({ tasks }) => tasks),
  );
  await insertFirstAlarms(
    trx,
    fresh.flatMap(({ alarms }) => alarms),
  );
  await insertParts(trx, {
    papers: fresh.flatMap(({ papers }) => papers),
    visits: fresh.flatMap(({ visits }) => visits),
    messages: fresh.flatMap(({ messages }) => messages),
  });
  await announceOpenings(trx, fresh);
}

/** The cases that these request ids opened before. An id that did something else is refused. */
async function findOpenings(trx: Trx, asked: readonly Asked[]) {
  const rows = await findEarlier(
    trx,
    asked.map(({ request }) => request.requestId),
  );
  const byRequest = new Map(rows.map((row) => [row.request_id, row]));
  return ({ requestId, requestHash }: OpenCase): Opened | undefined => {
    const row = byRequest.get(requestId);
    if (!row) return undefined;
    mustBeSame(row, requestHash);
    if (row.kind !== 'open') throw refuse(caseReasons.request_reused);
    return { id: row.id, code: row.code, hash: row.hash, dueAt: row.due_at, replayed: true };
  };
}
