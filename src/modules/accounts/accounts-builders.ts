import { createOTP } from '@better-auth/utils/otp';
import type { AccountDeps } from './sign-in.ts';
import { createStaff, type NewStaff } from './staff-accounts.ts';

export const aPassword = 'mùa thu lá bay';

/** For tests: somebody who can sign in with a password. The unit must be there. */
export const someoneWithPassword = (deps: AccountDeps, person: Partial<NewStaff> = {}) =>
  createStaff(deps, {
    ...{ name: 'Nguyễn Thị Lan', email: 'lan@unit.vn', role: 'clerk' as const, unitCode: 'U1' },
    password: aPassword,
    ...person,
  });

/** For tests: what the authenticator app shows now for the secret it was given. */
export function codeOf(secret: string): Promise<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return createOTP(Buffer.from(bytes).toString()).totp();
}
