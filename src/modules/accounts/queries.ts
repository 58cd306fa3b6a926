import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Failures } from './rules/lock-out.ts';

/** Locked, so that two tries at once are counted one after the other. */
export async function lockFailures(trx: Trx, email: string, now: Date): Promise<Failures | undefined> {
  const fresh = { email, failures: 0, last_at: now };
  await trx
    .insertInto('sign_in_failures')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await trx
    .selectFrom('sign_in_failures')
    .selectAll()
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst();
  return row && { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until };
}

export const writeFailures = (trx: Trx, email: string, { failures, lastAt, lockedUntil }: Failures) =>
  trx
    .updateTable('sign_in_failures')
    .set({ failures, last_at: lastAt, locked_until: lockedUntil })
    .where('email', '=', email)
    .execute();

export const forgetFailures = (trx: Trx, email: string) =>
  trx.deleteFrom('sign_in_failures').where('email', '=', email).execute();

type NewUser = { id: string; name: string; email: string; at: Date };

/** The e-mail counts as verified: an administrator vouched for it, and an identity provider may be tied to it. */
export const insertUser = (trx: Trx, { id, name, email, at }: NewUser) =>
  trx
    .insertInto('auth_users')
    .values({ id, name, email, email_verified: true, created_at: at, updated_at: at })
    .execute();

export async function putPassword(trx: Trx, userId: string, hash: string, at: Date): Promise<void> {
  const row = { id: userId, user_id: userId, provider_id: 'credential', account_id: userId, password: hash };
  await trx
    .insertInto('auth_accounts')
    .values({ ...row, created_at: at, updated_at: at })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: at }),
    )
    .execute();
}

export const endSessions = (trx: Trx, userId: string) =>
  trx.deleteFrom('auth_sessions').where('user_id', '=', userId).execute();

export async function forgetSecondFactor(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('auth_second_factors').where('user_id', '=', userId).execute();
  await trx.updateTable('auth_users').set({ two_factor_enabled: false }).where('id', '=', userId).execute();
}

export const deleteExpired = (trx: Trx, now: Date) =>
  Promise.all([
    trx.deleteFrom('auth_sessions').where('expires_at', '<', now).execute(),
    trx.deleteFrom('auth_verifications').where('expires_at', '<', now).execute(),
  ]);

/** The people of a unit, those who left too. */
export const listPeople = (trx: Trx, unitCode: string) =>
  trx
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'role', 'active', 'unit_code', 'user_id'])
    .where('unit_code', '=', unitCode)
    .orderBy('active', 'desc')
    .orderBy('name')
    .execute();

export const setActive = (trx: Trx, staffId: string, active: boolean) =>
  trx.updateTable('staff').set({ active }).where('id', '=', staffId).execute();
