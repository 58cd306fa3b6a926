import { isAPIError } from 'better-auth/api';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Auth } from './auth.ts';
import { forgetFailures, lockFailures, writeFailures } from './queries.ts';
import { accountReasons } from './reasons.ts';
import { countTry, lockedUntil, lockMinutes, mostFailures } from './rules/lock-out.ts';

export type AccountDeps = { db: Database; clock: Clock; auth: Auth };
export type SignedIn = { setCookies: string[]; secondFactor: boolean };

/** A password is tried only after the try is counted; a right one clears the count. */
export async function signInWithPassword(
  deps: AccountDeps,
  headers: Headers,
  typed: { email: string; password: string },
): Promise<SignedIn> {
  const email = typed.email.trim().toLowerCase();
  if (!/^[\x21-\x7e]{1,200}@[\x21-\x7e]{1,200}$/.test(email)) throw refuse(accountReasons.wrong_password);
  const lock = await claimTry(deps, email);
  try {
    const done = await deps.auth.api.signInEmail({
      body: { email, password: typed.password },
      headers,
      returnHeaders: true,
    });
    await inScope(deps.db, publicScope, (trx) => forgetFailures(trx, email));
    const secondFactor = 'twoFactorRedirect' in done.response;
    return { setCookies: done.headers.getSetCookie(), secondFactor };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    throw lock ? lockedOut(lock, deps.clock.now()) : refuse(accountReasons.wrong_password);
  }
}

/** Until when this try, should it fail, locks further ones. */
function claimTry({ db, clock }: AccountDeps, email: string): Promise<Date | null> {
  return inScope(db, publicScope, async (trx) => {
    const now = clock.now();
    const found = await lockFailures(trx, email, now);
    const locked = lockedUntil(found, now);
    if (locked) throw lockedOut(locked, now);
    const counted = countTry(found, now);
    await writeFailures(trx, email, counted);
    return counted.lockedUntil;
  });
}

function lockedOut(until: Date, now: Date) {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return refuse(accountReasons.locked_out, { most: mostFailures, minutes: Math.min(minutes, lockMinutes) });
}
