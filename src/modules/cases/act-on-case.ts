import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Database } from '#platform/postgres/database.ts';
import { admitCase, inScope, type Scope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import {
  announceChange,
  type CaseRow,
  findEventByRequest,
  isRated,
  listTasks,
  lockCase,
  readCaseById,
  type TaskRow,
  updateCase,
} from './queries.ts';
import { caseReasons } from './reasons.ts';
import { channelOf, recordEvent } from './record-event.ts';
import type { Json } from './rules/chain.ts';
import { type Act, nextState } from './rules/transitions.ts';
import { mayAct } from './rules/who-may.ts';
import { parseState } from './states.ts';

export type Deps = { db: Database; clock: Clock };
/** What every act is asked with. `seenVersion` is the version of the page the person looked at. */
export type ActRequest = { code: string; requestId: string; seenVersion?: number };
export type ActResult = { code: string; version: number; replayed: boolean };

export type Work = { trx: Trx; actor: Actor; found: CaseRow; openTask: TaskRow | undefined; now: Date };
/** What the act did: facts for the event, columns of the case that change beside its state, and the act it turned out to be. */
export type Done = {
  data: { [key: string]: Json };
  change?: Parameters<typeof updateCase>[2];
  as?: Act;
  after?: () => Promise<void>;
};

/** The rhythm of every act on a case: lock, see whether it was done before, decide, write, enqueue. One transaction. */
export function actOnCase(
  deps: Deps,
  actor: Actor,
  act: Act,
  request: ActRequest,
  perform: (work: Work) => Promise<Done>,
): Promise<ActResult> {
  return inScope(deps.db, actor.scope, async (trx) => {
    const found = await lockCase(trx, request.code);
    const earlier = await findEventByRequest(trx, request.requestId);
    if (earlier) return replay(earlier.case_id, found, request.code);
    if (!found) throw refuse(caseReasons.case_not_found);
    if (request.seenVersion !== undefined && request.seenVersion < found.version)
      throw refuse(caseReasons.stale_page, { seen: request.seenVersion });
    const openTask = (await listTasks(trx, found.id)).find((task) => task.state === 'open');
    await permit(trx, actor, found, openTask, act);
    await admitCase(trx, found.id);
    const now = deps.clock.now();
    const done = await perform({ trx, actor, found, openTask, now });
    return conclude(trx, actor, found, now, request.requestId, act, done);
  });
}

function replay(caseId: string, found: CaseRow | undefined, code: string): ActResult {
  if (found?.id !== caseId) throw refuse(caseReasons.request_reused);
  return { code, version: found.version, replayed: true };
}

async function permit(
  trx: Trx,
  actor: Actor,
  found: CaseRow,
  openTask: TaskRow | undefined,
  act: Act,
): Promise<void> {
  const task = openTask ? { level: openTask.level, role: openTask.role, unitCode: openTask.unit_code } : null;
  const rated = act === 'rate' && (await isRated(trx, found.id));
  const permission = mayAct(
    actor,
    { state: parseState(found.state), unitCode: found.unit_code, rated, openTask: task },
    act,
  );
  if (!permission.may) throw refuse(caseReasons[permission.reason]);
}

async function conclude(
  trx: Trx,
  actor: Actor,
  found: CaseRow,
  now: Date,
  requestId: string,
  act: Act,
  done: Done,
): Promise<ActResult> {
  const state = nextState(parseState(found.state), done.as ?? act);
  if (!state) throw refuse(caseReasons.not_in_this_state);
  await updateCase(trx, found.id, { ...done.change, state });
  const kind = done.as ?? act;
  const { seq } = await recordEvent(trx, found, actor, now, {
    kind,
    data: done.data,
    requestId,
    channel: channelOf(actor),
  });
  await done.after?.();
  await announceChange(trx, { code: found.code, path: found.unit_path, desk: found.filed_at });
  await enqueue(trx, 'tell_customer', { caseId: found.id, seq, kind });
  return { code: found.code, version: seq, replayed: false };
}

/** The case as the transaction has left it so far. */
export async function reread(trx: Trx, id: string): Promise<CaseRow> {
  const row = await readCaseById(trx, id);
  if (!row) throw refuse(caseReasons.case_not_found);
  return row;
}

export type { Scope };
