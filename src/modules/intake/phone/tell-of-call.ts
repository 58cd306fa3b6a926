import { randomUUID } from 'node:crypto';
import type { Machine } from '#modules/accounts/index.ts';
import { readUtility } from '#modules/catalogue/index.ts';
import { findUnit, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { readCaller } from './caller.ts';
import {
  announce,
  type CallRow,
  insertCallEvent,
  listCallEvents,
  lockOrMakeCall,
  updateCall,
} from './queries.ts';
import { whoSitsAt } from './queries-extensions.ts';
import { phoneReasons } from './reasons.ts';
import { isFresh, skewOf } from './rules/clock-skew.ts';
import {
  type Call,
  type CallEvent,
  type CallEventKind,
  callEventKinds,
  foldCall,
} from './rules/fold-call.ts';
import { mayReportCalls } from './rules/who-may.ts';

export type PhoneDeps = { db: Database; clock: Clock };
export type ToldEvent = CallEvent & { callId: string };
export type Told = { id: string; state: CallEventKind; replayed: boolean };

/** A switchboard tells what a call did. The same told twice, late or in another order is the same call. */
export async function tellOfCall({ db, clock }: PhoneDeps, machine: Machine, told: ToldEvent): Promise<Told> {
  if (!mayReportCalls({ channel: machine.channel, role: machine.actor.role }))
    throw refuse(phoneReasons.calls_not_yours);
  const now = clock.now();
  const skew = skewOf(told.at, now);
  const reason = skew === 'ahead' ? phoneReasons.time_ahead : phoneReasons.time_behind;
  if (skew) throw refuse(reason, {}, { at: reason });
  // The switchboard looks at nothing: it may tell of a call whose line, told later, is another unit's to see.
  return inScope(db, systemScope, (trx) => take(trx, machine, told, now));
}

async function take(trx: Trx, machine: Machine, told: ToldEvent, now: Date): Promise<Told> {
  const fresh = await columnsOf(trx, machine, foldCall([told]), now);
  const call = await lockOrMakeCall(trx, {
    ...fresh,
    id: randomUUID(),
    switchboard: machine.actor.unitCode ?? machine.keyId,
    call_id: told.callId,
  });
  const isNew = await insertCallEvent(trx, {
    call: call.id,
    event: told.event,
    at: told.at,
    extension: told.extension,
    line: told.line || null,
    caller_given: told.callerGiven || null,
    received_at: now,
  });
  if (!isNew) return { id: call.id, state: stateOf(call), replayed: true };
  const [first, ...rest] = (await listCallEvents(trx, call.id)).map(asEvent);
  const folded = foldCall(first ? [first, ...rest] : [told]);
  const change = await columnsOf(trx, machine, folded, now, call);
  await updateCall(trx, call.id, change);
  await ring(trx, call, change, { first: rest.length === 0, fresh: isFresh(told.at, now) });
  return { id: call.id, state: folded.state, replayed: false };
}

const stateOf = (row: Pick<CallRow, 'state'>): CallEventKind =>
  callEventKinds.find((known) => known === row.state) ?? 'ended';

const asEvent = (row: Awaited<ReturnType<typeof listCallEvents>>[number]): CallEvent => ({
  event: stateOf({ state: row.event }),
  at: row.at,
  extension: row.extension,
  line: row.line ?? '',
  callerGiven: row.caller_given ?? '',
});

type Reached = Pick<CallRow, 'extension' | 'staff_id'>;

async function columnsOf(trx: Trx, machine: Machine, call: Call, now: Date, before?: Reached) {
  const unit = await unitOfLine(trx, machine, call.line, now);
  const caller = readCaller(call.callerGiven);
  // The switchboard of all (a key of no unit) has the telephones of whichever unit's line was called.
  const switchboard = machine.actor.unitCode ?? unit.code;
  return {
    state: call.state,
    caller_kind: caller.kind,
    caller: caller.number,
    line: call.line || null,
    extension: call.extension || null,
    unit_code: unit.code,
    unit_path: unit.path,
    staff_id: await whomItReached(trx, switchboard, call, before),
    began_at: call.beganAt,
    rang_at: call.rangAt,
    answered_at: call.answeredAt,
    ended_at: call.endedAt,
  };
}

/** Whom a call reached stays, whoever sits at that telephone when more is told of it; nobody is reached by what was before they sat down. */
async function whomItReached(
  trx: Trx,
  switchboard: string,
  { extension, reachedAt }: Call,
  before?: Reached,
): Promise<string | null> {
  if (reachedAt === null) return before?.staff_id ?? null;
  if (before?.staff_id && before.extension === extension) return before.staff_id;
  const seated = await whoSitsAt(trx, { switchboard, extension });
  return seated && seated.claimed_at <= reachedAt ? seated.staff_id : null;
}

/** A line that nobody listed is looked after by the unit for whatever is unclear: no call is lost for a missing setting. */
async function unitOfLine(trx: Trx, { actor }: Machine, line: string, now: Date): Promise<Unit> {
  const { phoneLines = [], whenUnclear, corporation } = await readUtility(trx, dayAt(now));
  const listed = phoneLines.find(({ number }) => digits(number) === digits(line) && line !== '');
  const unit =
    (listed && (await findUnit(trx, listed.unit))) ??
    (whenUnclear && (await findUnit(trx, whenUnclear.unit))) ??
    (await findUnit(trx, corporation));
  if (!unit) throw new Error('no profile is loaded');
  if (listed && !covers(actor.scope.paths, unit.path)) throw refuse(phoneReasons.line_of_other_unit);
  return unit;
}

const digits = (number: string): string => number.replace(/\D/g, '').replace(/^84(?=\d{9,10}$)/, '0');

/** A key of no unit (an app's, for the telephone) is the switchboard of all. */
const covers = (paths: readonly string[], path: string): boolean =>
  paths.length === 0 || paths.some((own) => path === own || path.startsWith(`${own}.`));

/** The agent's screen is told when a call comes to them; everybody who lists calls, that the list has changed. */
async function ring(
  trx: Trx,
  before: CallRow,
  after: { state: CallEventKind; staff_id: string | null; unit_path: string },
  { first, fresh }: { first: boolean; fresh: boolean },
): Promise<void> {
  const live = fresh && (after.state === 'ringing' || after.state === 'answered');
  const reached = after.staff_id !== null && (first || after.staff_id !== before.staff_id);
  const told = `${before.id} ${after.state}`;
  if (live && reached && after.staff_id)
    await announce(trx, { event: 'call', data: told, staff: after.staff_id });
  await announce(trx, { event: 'calls', data: told, path: after.unit_path });
}
