import { closeCase, declineCase, readCaseById, reopenCase, withdrawCase } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { uuidFrom } from '#platform/uuid-from.ts';
import { filesNamed } from './files-named.ts';
import { followCase } from './follow-case.ts';
import { followPortal } from './follow-portal.ts';
import { giveSupplement, takeUnasked } from './give-supplement.ts';
import { findDossier } from './queries.ts';
import { type ConflictRow, findConflict, lockConflict, updateConflict } from './queries-conflicts.ts';
import { findEndpoint } from './queries-endpoints.ts';
import { readIncoming } from './queries-inbox.ts';
import { findEventData, lockMessage } from './queries-messages.ts';
import { readMessage } from './read-message.ts';
import { dossierReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';
import { actTowards } from './rules/heed.ts';
import { maySettle } from './rules/may.ts';
import { isStatus } from './rules/status.ts';
import { tellPortal } from './tell-portal.ts';

export type Settlement = { id: string; how: 'ours' | 'theirs' };

/**
 * A person decides, once. `ours`: the portal is told our status again, and what it refused, marked as confirmed. `theirs`: the act that leads there,
 * in the person's own name and by their own right. The row stays locked while the act is done, so that two cannot decide.
 */
export async function settleConflict(
  deps: DossierDeps,
  actor: Actor,
  { id, how }: Settlement,
): Promise<void> {
  if (!maySettle(actor)) throw refuse(dossierReasons.conflict_not_yours);
  const seen = await inScope(deps.db, actor.scope, (trx) => findConflict(trx, id));
  if (!seen) throw refuse(dossierReasons.conflict_not_found);
  await inScope(deps.db, systemScope, async (trx) => {
    const conflict = await lockConflict(trx, id);
    if (!conflict || conflict.settled_how === how) return;
    if (conflict.settled_at)
      throw refuse(dossierReasons.conflict_settled, { who: conflict.settled_by ?? '' });
    if (how === 'theirs') await actAsTheySay(deps, actor, trx, conflict);
    else await tellAgain(trx, deps, conflict);
    await updateConflict(trx, id, { settled_at: deps.clock.now(), settled_by: actor.name, settled_how: how });
  });
  await followCase(deps, seen.case_id);
}

async function actAsTheySay(deps: DossierDeps, actor: Actor, trx: Trx, conflict: ConflictRow): Promise<void> {
  const [found, dossier] = [
    await readCaseById(trx, conflict.case_id),
    await findDossier(trx, conflict.case_id),
  ];
  const { theirs } = conflict;
  if (!found || !dossier) throw refuse(dossierReasons.theirs_leads_nowhere);
  const request = { code: found.code, requestId: uuidFrom(`conflict ${conflict.id} theirs`) };
  const unasked = await whatCameUnasked(trx, conflict);
  if (unasked) return takeUnasked(deps, actor, { ...request, caseId: found.id, ...unasked });
  if (!isStatus(dossier.status) || !isStatus(theirs)) throw refuse(dossierReasons.theirs_leads_nowhere);
  const way = actTowards(dossier.status, theirs);
  if (!way) throw refuse(dossierReasons.theirs_leads_nowhere);
  const reason = 'Theo trạng thái của cổng dịch vụ công';
  const acts = {
    withdraw: () => withdrawCase(deps, actor, { ...request, reason }),
    close: () => closeCase(deps, actor, { ...request, note: reason }),
    decline: () => declineCase(deps, actor, { ...request, reason }),
    reopen: () => reopenCase(deps, actor, { ...request, reason }),
    give: () => giveSupplement(deps, actor, { ...request, caseId: found.id, answer: reason, documents: [] }),
    follow_portal: () => followPortal(deps, actor, { ...request, status: theirs }),
  };
  await acts[way]();
}

/** The supplement that the portal sent and nobody had asked for. */
async function whatCameUnasked(trx: Trx, { why, inbox_id, endpoint }: ConflictRow) {
  if (why !== 'supplement_unasked' || inbox_id === null) return null;
  const read = readMessage((await readIncoming(trx, inbox_id)).raw);
  if (!read.ok || read.message.LoaiTin !== 'BoSung') return null;
  const { NoiDung: answer, GiayTo } = read.message;
  return { answer, documents: await filesNamed(trx, endpoint, GiayTo) };
}

async function tellAgain(trx: Trx, { clock }: DossierDeps, conflict: ConflictRow): Promise<void> {
  const [found, dossier] = [
    await readCaseById(trx, conflict.case_id),
    await findDossier(trx, conflict.case_id),
  ];
  const endpoint = dossier?.endpoint ? await findEndpoint(trx, dossier.endpoint) : undefined;
  if (!found || !dossier || !endpoint || !isStatus(dossier.status)) return;
  const portal = { trx, endpoint, dossier, found, now: clock.now() };
  const again = `:again:${conflict.id}`;
  const refused = conflict.message_id ? await findTold(trx, conflict.message_id) : undefined;
  // What it would not have goes once more as what it was: a status tells nothing of a dossier that was never taken.
  if (refused && refused.kind !== 'status') {
    const { seq, kind, at } = refused;
    await tellPortal(portal, kind, { seq, at }, kind === 'result' ? dossier.status : null, again);
  }
  if (refused?.kind === 'progress' || refused?.kind === 'result') return;
  const about = { seq: found.version, at: dossier.status_at };
  await tellPortal(portal, 'status', about, dossier.status, again);
}

const toldKinds = ['dossier', 'status', 'progress', 'result'] as const;

/** Which event a message of ours told of, and as what. */
async function findTold(trx: Trx, messageId: string) {
  const message = await lockMessage(trx, messageId);
  const kind = toldKinds.find((one) => one === message?.kind);
  const seq = Number(message?.dedupe_key.split(':')[1]);
  const event = message?.case_id ? await findEventData(trx, message.case_id, seq) : undefined;
  return kind && event ? { kind, seq, at: event.at } : undefined;
}
