import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { idempotencyReasons } from '#platform/http/api/idempotency.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Database } from '#platform/postgres/database.ts';
import { admitCase, inScope, type Scope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { accountTimes } from './account-times.ts';
import { isDossier } from './channels.ts';
import {
  announceChange,
  type CaseRow,
  type EventRow,
  findCaseOfTask,
  findEventByRequest,
  isRated,
  isTaken,
  listTasks,
  lockCase,
  readCaseById,
  type TaskRow,
  updateCase,
} from './queries.ts';
import { caseReasons } from './reasons.ts';
import { channelOf, recordEvent } from './record-event.ts';
import type { Json } from './rules/chain.ts';
import { type Act, ended, nextState, type State } from './rules/transitions.ts';
import { mayAct } from './rules/who-may.ts';
import { parseState } from './states.ts';

export type Deps = { db: Database; clock: Clock };
/**
 * What every act is asked with. `seenVersion` is the version of the page the person looked at; `requestHash`, where a door
 * gives one, tells a retry from another request under the same id.
 */
export type ActRequest = {
  code: string;
  requestId: string;
  requestHash?: string | null | undefined;
  seenVersion?: number | undefined;
  /** The step that is meant, where several may be open. */
  taskId?: string | undefined;
  /** The actor sees the step and not the case: somebody of the State body that does it. */
  throughTask?: boolean;
};
export type ActResult = { code: string; version: number; replayed: boolean };

/** `task`: the open step that was meant; of one alone nothing need be said. */
export type Work = { trx: Trx; actor: Actor; found: CaseRow; task: TaskRow | undefined; now: Date };
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
    if (request.throughTask) await admitCaseOfTask(trx, request.taskId);
    const found = await lockCase(trx, request.code);
    const earlier = await findEventByRequest(trx, request.requestId);
    if (earlier) return replay(earlier, found, request);
    if (!found) throw refuse(caseReasons.case_not_found);
    if (request.seenVersion !== undefined && request.seenVersion !== found.version)
      throw refuse(caseReasons.stale_page, { seen: request.seenVersion });
    const task = meant(await listTasks(trx, found.id), request.taskId);
    await permit(trx, actor, found, task, act);
    await admitCase(trx, found.id);
    const now = deps.clock.now();
    const done = await perform({ trx, actor, found, task, now });
    return conclude(trx, actor, found, now, request, act, done);
  }).catch((error: unknown) => {
    throw isTaken(error, 'case_events_request_id_key') ? refuse(caseReasons.request_reused) : error;
  });
}

/** Who sees a step sees its case for the length of an act on it; of a step that is not theirs they see nothing. */
async function admitCaseOfTask(trx: Trx, taskId: string | undefined): Promise<void> {
  const caseId = taskId && (await findCaseOfTask(trx, taskId));
  if (caseId) await admitCase(trx, caseId);
}

function replay(earlier: EventRow, found: CaseRow | undefined, request: ActRequest): ActResult {
  mustBeSame(earlier, request.requestHash);
  if (found?.id !== earlier.case_id) throw refuse(caseReasons.request_reused);
  return { code: request.code, version: earlier.seq, replayed: true };
}

/** Refuses a request id that stands for something else already. */
export function mustBeSame(
  earlier: Pick<EventRow, 'request_hash'>,
  requestHash: string | null | undefined,
): void {
  if (earlier.request_hash && requestHash && earlier.request_hash !== requestHash)
    throw refuse(idempotencyReasons.idempotency_key_reused);
}

async function permit(
  trx: Trx,
  actor: Actor,
  found: CaseRow,
  open: TaskRow | undefined,
  act: Act,
): Promise<void> {
  const task = open ? { level: open.level, role: open.role, unitCode: open.unit_code } : null;
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
  request: ActRequest,
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
    requestId: request.requestId,
    requestHash: request.requestHash,
    channel: channelOf(actor),
  });
  await done.after?.();
  if (comesToAnEnd(found, state)) await accountTimes(trx, await reread(trx, found.id), now);
  await announceChange(trx, { code: found.code, path: found.unit_path, desk: found.filed_at });
  await enqueue(trx, 'tell_customer', { caseId: found.id, seq, kind });
  if (isDossier(found)) await enqueue(trx, 'case_moved', { caseId: found.id, seq, kind });
  return { code: found.code, version: seq, replayed: false };
}

const comesToAnEnd = (before: CaseRow, state: State): boolean =>
  state !== before.state && before.finished_at === null && (state === 'finished' || ended(state));

function meant(tasks: readonly TaskRow[], taskId: string | undefined): TaskRow | undefined {
  const open = tasks.filter(({ state }) => state === 'open');
  return open.find(({ id }) => id === taskId) ?? open[0];
}

/** The case as the transaction has left it so far. */
export async function reread(trx: Trx, id: string): Promise<CaseRow> {
  const row = await readCaseById(trx, id);
  if (!row) throw refuse(caseReasons.case_not_found);
  return row;
}

export type { Scope };
