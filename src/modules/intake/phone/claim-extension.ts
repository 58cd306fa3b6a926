import type { Actor } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { seat, unseat, whoSitsAt } from './queries-extensions.ts';
import { phoneReasons } from './reasons.ts';
import { mayTakeCalls } from './rules/who-may.ts';
import type { PhoneDeps } from './tell-of-call.ts';

/** From now on calls at this telephone come up on this person's screen. Somebody else's is taken over only when asked for. */
export async function claimExtension(
  { db, clock }: PhoneDeps,
  actor: Actor,
  { extension, takeOver }: { extension: string; takeOver: boolean },
): Promise<void> {
  if (!mayTakeCalls(actor) || !actor.unitCode) throw refuse(phoneReasons.phone_not_for_role);
  const wanted = extension.replace(/\s/g, '');
  const shape = phoneReasons.extension_shape;
  if (!/^[0-9A-Za-z*#._-]{1,20}$/.test(wanted)) throw refuse(shape, {}, { extension: shape });
  const telephone = { switchboard: actor.unitCode, extension: wanted };
  await inScope(db, actor.scope, async (trx) => {
    const seated = await whoSitsAt(trx, telephone);
    const taken = phoneReasons.extension_taken;
    if (seated && seated.staff_id !== actor.id && !takeOver)
      throw refuse(taken, { name: seated.name, extension: wanted }, { extension: taken });
    // To claim one's own again changes nothing, or what is told late would find them sitting there only since now.
    if (seated?.staff_id === actor.id) return;
    await seat(trx, actor.id, telephone, clock.now());
  });
}

export const leaveExtension = ({ db }: PhoneDeps, actor: Actor): Promise<void> =>
  inScope(db, actor.scope, async (trx) => void (await unseat(trx, actor.id)));
