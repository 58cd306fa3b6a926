import { isAPIError } from 'better-auth/api';
import { type Reason, refuse } from '#platform/refused.ts';
import type { Auth } from './auth.ts';
import { accountReasons } from './reasons.ts';

const reasonOf: Record<string, Reason> = {
  INVALID_CODE: accountReasons.wrong_code,
  INVALID_BACKUP_CODE: accountReasons.wrong_backup_code,
  INVALID_PASSWORD: accountReasons.wrong_password,
  ACCOUNT_TEMPORARILY_LOCKED: accountReasons.second_factor_locked,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: accountReasons.second_factor_locked,
};

/** What Better Auth refuses becomes a refusal of ours, with our words. */
async function asRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    throw refuse(reasonOf[String(error.body?.code)] ?? accountReasons.sign_in_again);
  }
}

/** The second step of signing in, or the proof that a new authenticator app works. */
export async function verifyCode(auth: Auth, headers: Headers, typed: string): Promise<string[]> {
  const code = typed.replace(/\s/g, '');
  const done = await asRefusal(auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
  return done.headers.getSetCookie();
}

/** A backup code instead of the app; it is used up. */
export async function verifyBackupCode(auth: Auth, headers: Headers, typed: string): Promise<string[]> {
  const code = typed.trim();
  const done = await asRefusal(auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }));
  return done.headers.getSetCookie();
}

export type Enrolment = { uri: string; backupCodes: string[] };

/** A new secret and its backup codes; nothing asks for them until a first code is right. */
export async function beginEnrolment(auth: Auth, headers: Headers, password: string): Promise<Enrolment> {
  const done = await asRefusal(auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }));
  if (done.method !== 'totp') throw refuse(accountReasons.sign_in_again);
  return { uri: done.totpURI, backupCodes: done.backupCodes };
}
