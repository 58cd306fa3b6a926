import { type Actor, findStaff, staffActor } from '#modules/organisation/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { mustEnrol } from './rules/sign-in-method.ts';
import type { AccountDeps } from './sign-in.ts';

export type SessionRead =
  | { is: 'nobody' }
  | { is: 'not_staff'; email: string }
  | {
      is: 'staff';
      actor: Actor;
      email: string;
      mustEnrol: boolean;
      secondFactor: boolean;
      byPassword: boolean;
    };

/** Who the cookies say is here, and the cookies to pass on when the session was prolonged. */
export async function readSession(
  { db, auth }: Pick<AccountDeps, 'db' | 'auth'>,
  headers: Headers,
): Promise<{ session: SessionRead; setCookies: string[] }> {
  if (!headers.has('cookie')) return { session: { is: 'nobody' }, setCookies: [] };
  const found = await auth.api.getSession({ headers, returnHeaders: true });
  const setCookies = found.headers.getSetCookie();
  if (!found.response) return { session: { is: 'nobody' }, setCookies };
  const { user, session } = found.response;
  const secondFactor = user.twoFactorEnabled === true;
  const actor = await inScope(db, publicScope, async (trx) => {
    const staff = await findStaff(trx, { userId: user.id });
    return staff?.active ? staffActor(trx, staff) : undefined;
  });
  if (!actor) return { session: { is: 'not_staff', email: user.email }, setCookies };
  const byPassword = session.method === 'password';
  const facts = {
    email: user.email,
    mustEnrol: mustEnrol(session.method, secondFactor),
    secondFactor,
    byPassword,
  };
  return { session: { is: 'staff', actor, ...facts }, setCookies };
}
