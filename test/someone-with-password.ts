import { createHmac } from 'node:crypto';
import { type AccountDeps, createStaff, type NewStaff } from '#modules/accounts/index.ts';

export const aPassword = 'mùa thu lá bay';

/** For tests: somebody who can sign in with a password. The unit must be there. */
export const someoneWithPassword = (deps: AccountDeps, person: Partial<NewStaff> = {}) =>
  createStaff(deps, {
    ...{ name: 'Nguyễn Thị Lan', email: 'lan@unit.vn', role: 'clerk' as const, unitCode: 'U1' },
    password: aPassword,
    ...person,
  });

/** For tests: what an authenticator app shows now for the secret it was given (RFC 6238). */
export function codeOf(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(step).digest();
  const place = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
