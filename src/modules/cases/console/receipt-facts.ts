import { readUtility } from '#modules/catalogue/index.ts';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { admitCase, inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { readCaseRow } from '../queries.ts';
import { type CaseView, readWholeCase } from '../read-case.ts';
import { readOpening } from './opening-facts.ts';

export type Receipt = {
  view: CaseView;
  /** When it is promised, as known at the opening; what came after does not change a receipt. */
  dueAt: Date | null;
  /** The papers shown as originals and given back. */
  shown: string[];
  visit: { ordinal: number } | null;
  receivedBy: string;
  /** Where it was handed in; null where no unit took it in, as on the web. */
  receivedAt: Text | null;
  hotlines: string[];
};

/**
 * The receipt, for whoever sees the case, and for whoever opened it: a counter also takes what another unit will do, and
 * the customer waits for their paper all the same.
 */
export async function readReceipt(
  { db, clock }: { db: Database; clock: Clock },
  actor: Actor,
  code: string,
): Promise<Receipt | undefined> {
  const seen = await inScope(db, actor.scope, (trx) => receiptOf(trx, code));
  const found = seen ?? (await openedBy(db, actor, code));
  if (!found) return undefined;
  const day = todayOf(clock);
  const { hotlines } = await inScope(db, actor.scope, (trx) => readUtility(trx, day));
  return { ...found, hotlines };
}

type Found = Omit<Receipt, 'hotlines'>;

async function openedBy(db: Database, actor: Actor, code: string): Promise<Found | undefined> {
  const any = await inScope(db, systemScope, (trx) => receiptOf(trx, code));
  const first = any?.view.events[0];
  return first?.actor_kind === 'staff' && first.actor_id === actor.id ? any : undefined;
}

async function receiptOf(trx: Trx, code: string): Promise<Found | undefined> {
  const row = await readCaseRow(trx, code);
  if (!row) return undefined;
  await admitCase(trx, row.id); // its steps too, those of the company as well
  const view = await readWholeCase(trx, row);
  const first = view.events[0];
  const { due_at, visit } = readOpening(view);
  const counter = first?.actor_kind === 'staff' && first.actor_unit;
  const at = counter ? await findUnit(trx, counter) : undefined;
  return {
    view,
    dueAt: due_at ?? view.due_at,
    shown: visit?.shown ?? [],
    visit,
    receivedAt: at?.name ?? null,
    receivedBy: first?.actor_kind === 'staff' ? first.actor_name : '',
  };
}
