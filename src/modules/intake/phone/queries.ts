import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CallEvents, CallOutcomes, Calls } from '#platform/postgres/schema.ts';

export type CallRow = Selectable<Calls>;
export type OutcomeRow = Selectable<CallOutcomes>;

/** The call by its switchboard's number, locked; made first where it is new. Two events at once wait here for each other. */
export async function lockOrMakeCall(trx: Trx, fresh: Insertable<Calls>): Promise<CallRow> {
  await trx
    .insertInto('calls')
    .values(fresh)
    .onConflict((conflict) => conflict.columns(['switchboard', 'call_id']).doNothing())
    .execute();
  return trx
    .selectFrom('calls')
    .selectAll()
    .where('switchboard', '=', fresh.switchboard)
    .where('call_id', '=', fresh.call_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** false: it was told before. */
export async function insertCallEvent(trx: Trx, row: Insertable<CallEvents>): Promise<boolean> {
  const made = await trx
    .insertInto('call_events')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('call')
    .executeTakeFirst();
  return made !== undefined;
}

export const listCallEvents = (trx: Trx, call: string) =>
  trx.selectFrom('call_events').selectAll().where('call', '=', call).execute();

export const updateCall = (trx: Trx, id: string, change: Updateable<Calls>) =>
  trx.updateTable('calls').set(change).where('id', '=', id).execute();

export const readCall = (trx: Trx, id: string): Promise<CallRow | undefined> =>
  trx.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst();

export const readOutcome = (trx: Trx, call: string): Promise<OutcomeRow | undefined> =>
  trx.selectFrom('call_outcomes').selectAll().where('call', '=', call).executeTakeFirst();

export const findOutcomeByRequest = (trx: Trx, requestId: string): Promise<OutcomeRow | undefined> =>
  trx.selectFrom('call_outcomes').selectAll().where('request_id', '=', requestId).executeTakeFirst();

/** false: the call has one already. */
export async function insertOutcome(trx: Trx, row: Insertable<CallOutcomes>): Promise<boolean> {
  const made = await trx
    .insertInto('call_outcomes')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('call')
    .executeTakeFirst();
  return made !== undefined;
}

/** Calls that ring or are being spoken since this moment; older ones lost their end on the way. */
export const listLiveCalls = (trx: Trx, since: Date) =>
  trx
    .selectFrom('calls')
    .leftJoin('staff', 'staff.id', 'calls.staff_id')
    .selectAll('calls')
    .select('staff.name as staff_name')
    .where('calls.state', 'in', ['ringing', 'answered'])
    .where('calls.began_at', '>=', since)
    .orderBy('calls.began_at')
    .limit(100)
    .execute();

export const listRingingFor = (trx: Trx, staffId: string, since: Date) =>
  trx
    .selectFrom('calls')
    .select(['id', 'state'])
    .where('staff_id', '=', staffId)
    .where('state', '=', 'ringing')
    .where('began_at', '>=', since)
    .orderBy('began_at', 'desc')
    .limit(1)
    .execute();

/** The calls that reached this person and of which nothing is recorded yet, the newest first. */
export const listUnrecorded = (trx: Trx, staffId: string, since: Date) =>
  trx
    .selectFrom('calls')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('answered_at', 'is not', null)
    .where('began_at', '>=', since)
    .where(sql<boolean>`not exists (select from call_outcomes o where o.call = calls.id)`)
    .orderBy('began_at', 'desc')
    .limit(20)
    .execute();

/** What this number's earlier calls came to, the newest first. */
export const listEarlierCalls = (trx: Trx, caller: string, but: string | null) => {
  const found = trx
    .selectFrom('calls')
    .leftJoin('call_outcomes', 'call_outcomes.call', 'calls.id')
    .select(['calls.id', 'calls.state', 'calls.began_at', 'call_outcomes.kind', 'call_outcomes.reason'])
    .select(['call_outcomes.case_code', 'call_outcomes.by_whom'])
    .where('calls.caller', '=', caller)
    .orderBy('calls.began_at', 'desc')
    .limit(5);
  return (but ? found.where('calls.id', '<>', but) : found).execute();
};

/** Tells every server, once the transaction commits: one person's screen (`staff`), or all who see this path. */
export const announce = (
  trx: Trx,
  telling: { event: string; data: string } & ({ staff: string } | { path: string }),
) => sql`select pg_notify('case_changed', ${JSON.stringify(telling)})`.execute(trx);
