import { findStaff, listStaff, type Staff } from '#modules/organisation/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { accountReasons } from './reasons.ts';
import type { AccountDeps } from './sign-in.ts';
import { userOf } from './staff-accounts.ts';

/** One click signs in as a person of the demonstration. The plugin behind it refuses where the demonstration is off. */
export async function signInAsDemonstration(
  deps: AccountDeps,
  headers: Headers,
  staffId: string,
): Promise<string[]> {
  const userId = await inScope(deps.db, publicScope, async (trx) => {
    const staff = await findStaff(trx, { id: staffId });
    if (!staff?.active) throw refuse(accountReasons.staff_unknown);
    return userOf(trx, staff, deps.clock.now());
  });
  const done = await deps.auth.api.signInDemonstration({ body: { userId }, headers, returnHeaders: true });
  return done.headers.getSetCookie();
}

export const listDemonstrationStaff = ({ db }: Pick<AccountDeps, 'db'>): Promise<Staff[]> =>
  inScope(db, publicScope, (trx) => listStaff(trx));
