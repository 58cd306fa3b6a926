import { commentOnCase } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { findOutcomeByRequest, insertOutcome, type OutcomeRow, readCall, readOutcome } from './queries.ts';
import { phoneReasons } from './reasons.ts';
import { requestFor } from './request-for.ts';
import { mayTakeCalls } from './rules/who-may.ts';
import type { PhoneDeps } from './tell-of-call.ts';

export type Outcome = {
  kind: 'case' | 'note' | 'answered';
  caseOf: { id: string; code: string } | null;
  reason: string;
};
type Request = { callId: string; requestId: string };

/** What this request recorded before; refuses a call that has another outcome, or that this person may not see. */
export async function outcomeSoFar(
  trx: Trx,
  actor: Actor,
  { callId, requestId }: Request,
): Promise<OutcomeRow | undefined> {
  if (!mayTakeCalls(actor)) throw refuse(phoneReasons.phone_not_for_role);
  if (!(await readCall(trx, callId))) throw refuse(phoneReasons.call_not_found);
  const earlier = await findOutcomeByRequest(trx, requestId);
  if (earlier?.call === callId) return earlier;
  if (earlier || (await readOutcome(trx, callId))) throw refuse(phoneReasons.outcome_recorded);
  return undefined;
}

/** Writes what a call came to, once. */
export const recordOutcome = ({ db, clock }: PhoneDeps, actor: Actor, request: Request, outcome: Outcome) =>
  inScope(db, actor.scope, async (trx) => {
    if (await outcomeSoFar(trx, actor, request)) return;
    const made = await insertOutcome(trx, {
      call: request.callId,
      request_id: request.requestId,
      kind: outcome.kind,
      case_id: outcome.caseOf?.id ?? null,
      case_code: outcome.caseOf?.code ?? null,
      reason: outcome.reason,
      at: clock.now(),
      staff_id: actor.id,
      by_whom: actor.name,
    });
    if (!made) throw refuse(phoneReasons.outcome_recorded);
  });

/** They asked about a case that is there: a note on it, for whoever works on it. */
export async function noteOnCase(
  deps: PhoneDeps,
  actor: Actor,
  request: Request,
  note: { caseOf: { id: string; code: string } | undefined; text: string },
): Promise<void> {
  const earlier = await inScope(deps.db, actor.scope, (trx) => outcomeSoFar(trx, actor, request));
  if (earlier) return;
  const { caseOf, text } = note;
  if (!caseOf) throw refuse(phoneReasons.case_choice, {}, { case: phoneReasons.case_choice });
  if (text.trim() === '') throw refuse(phoneReasons.said_needed, {}, { note: phoneReasons.said_needed });
  const comment = { code: caseOf.code, requestId: requestFor(request.requestId, 'note'), body: text };
  await commentOnCase(deps, { ...actor, via: 'phone' }, comment);
  await recordOutcome(deps, actor, request, { kind: 'note', caseOf, reason: text.trim() });
}

/** A question answered on the spot: no case, and in short what it was. */
export async function recordAnswered(
  deps: PhoneDeps,
  actor: Actor,
  request: Request,
  reason: string,
): Promise<void> {
  const short = phoneReasons.answer_short;
  if (reason.trim() === '') throw refuse(short, {}, { answered: short });
  await recordOutcome(deps, actor, request, { kind: 'answered', caseOf: null, reason: reason.trim() });
}
