import { commentOnCase, openCase } from '#modules/cases/index.ts';
import { listServices } from '#modules/catalogue/index.ts';
import { findCustomer } from '#modules/customers/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { readTaken } from './read-taken.ts';
import { phoneReasons } from './reasons.ts';
import { outcomeSoFar, recordOutcome } from './record-outcome.ts';
import { requestFor } from './request-for.ts';
import { mayTakeCalls } from './rules/who-may.ts';
import type { PhoneDeps } from './tell-of-call.ts';
import { unitsForCases } from './units-for-cases.ts';

type TakeCase = {
  /** Null where an agent opens a case without a call. */
  callId: string | null;
  requestId: string;
  typed: Record<string, string>;
};

/** An agent takes a case from whoever is on the line. A retry gives the same code; whatever was done half is finished. */
export async function takeCase(deps: PhoneDeps, actor: Actor, request: TakeCase): Promise<{ code: string }> {
  if (!mayTakeCalls(actor)) throw refuse(phoneReasons.phone_not_for_role);
  const { callId, requestId } = request;
  const earlier = callId
    ? await inScope(deps.db, actor.scope, (trx) => outcomeSoFar(trx, actor, { callId, requestId }))
    : undefined;
  if (earlier?.case_code) return { code: earlier.case_code };
  const { said, service, unit, person, details } = await read(deps, request.typed);
  const customerCode = await knownCode(deps, actor, request.typed.customer ?? '');
  const speaking = { ...actor, via: 'phone' };
  const opened = await openCase(deps, speaking, {
    requestId,
    serviceVersionId: service.id,
    unitCode: unit.code,
    channel: 'phone',
    customer: { ...person, customerCode },
    details,
    language: 'vi',
    documents: [],
  });
  // Whoever opened it may still say what was said, where it is another unit's case now.
  const scope = { ...actor.scope, caseIds: [...actor.scope.caseIds, opened.id] };
  const note = { code: opened.code, requestId: requestFor(requestId, 'said'), body: said };
  await commentOnCase(deps, { ...speaking, scope }, note);
  if (callId)
    await recordOutcome(
      deps,
      { ...actor, scope },
      { callId, requestId },
      {
        kind: 'case',
        caseOf: opened,
        reason: '',
      },
    );
  return { code: opened.code };
}

const read = (deps: PhoneDeps, typed: Record<string, string>) =>
  inScope(deps.db, publicScope, async (trx) =>
    readTaken(typed, await listServices(trx, todayOf(deps.clock)), await unitsForCases(trx)),
  );

/** The code of a customer whom the agent sees; anything else is no code. */
const knownCode = ({ db }: PhoneDeps, actor: Actor, code: string): Promise<string | null> =>
  inScope(db, actor.scope, async (trx) => (code ? ((await findCustomer(trx, code))?.code ?? null) : null));
