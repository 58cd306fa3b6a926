import { type Actor, findStaff, findUnit, type Staff } from '#modules/organisation/index.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { endSessions, setActive } from './queries.ts';
import { accountReasons } from './reasons.ts';
import { mayManage } from './rules/may-manage.ts';
import type { AccountDeps } from './sign-in.ts';

/** Takes a person's access away, at once, or gives it back. What they did stays theirs. */
export function setStaffActive(
  deps: AccountDeps,
  actor: Actor,
  staffId: string,
  active: boolean,
): Promise<Staff> {
  return inScope(deps.db, actor.scope, async (trx) => {
    const staff = await findStaff(trx, { id: staffId });
    if (!staff) throw refuse(accountReasons.staff_unknown);
    await needManager(trx, actor, staff.unitCode);
    if (staff.id === actor.id) throw refuse(accountReasons.not_yourself);
    await setActive(trx, staff.id, active);
    if (staff.userId && !active) await endSessions(trx, staff.userId);
    return { ...staff, active };
  });
}

/** An administrator answers for the units below their own; any other unit does not exist for them. */
export async function needManager(trx: Trx, actor: Actor, unitCode: string): Promise<void> {
  const unit = await findUnit(trx, unitCode);
  const verdict = mayManage({ role: actor.role, paths: actor.scope.paths }, unit?.path ?? null);
  if (!verdict.ok) throw refuse(accountReasons[verdict.reason]);
}
