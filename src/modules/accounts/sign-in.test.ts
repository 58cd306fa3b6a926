import { createOTP } from '@better-auth/utils/otp';
import { expect, test } from 'vitest';
import { Refused } from '#platform/refused.ts';
import { useDb } from '#test/use-db.ts';
import { aStaffMember, aUnit } from './accounts-builders.ts';
import { createAuth } from './auth.ts';
import { readSession } from './read-session.ts';
import { beginEnrolment, verifyCode } from './second-factor.ts';
import { signInWithPassword } from './sign-in.ts';

const t = useDb();
const settings = { url: 'http://localhost:3000', secret: 'x'.repeat(40), demo: false, oidc: null };
const deps = () => ({ db: t.db, clock: t.clock, auth: createAuth(t.db, settings) });
const cookiesOf = (setCookies: string[]) =>
  new Headers({ cookie: setCookies.map((line) => line.split(';')[0]).join('; ') });

test('a password, then the second factor, then an actor', async () => {
  const d = deps();
  await aUnit(t.owner);
  await aStaffMember(d, { email: 'lan@unit.vn', password: 'mua thu la bay' });
  const first = await signInWithPassword(d, new Headers(), {
    email: ' LAN@unit.vn',
    password: 'mua thu la bay',
  });
  expect(first.secondFactor).toBe(false);
  const headers = cookiesOf(first.setCookies);
  const before = (await readSession(d, headers)).session;
  expect(before).toMatchObject({ is: 'staff', mustEnrol: true });

  const { uri, backupCodes } = await beginEnrolment(d.auth, headers, 'mua thu la bay');
  expect(backupCodes.length).toBeGreaterThan(5);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const raw = Buffer.from(fromBase32(secret)).toString();
  const code = await createOTP(raw).totp();
  const enrolled = cookiesOf(await verifyCode(d.auth, headers, code));
  expect((await readSession(d, enrolled)).session).toMatchObject({ is: 'staff', mustEnrol: false });

  const second = await signInWithPassword(d, new Headers(), {
    email: 'lan@unit.vn',
    password: 'mua thu la bay',
  });
  expect(second.secondFactor).toBe(true);
  const pending = cookiesOf(second.setCookies);
  expect((await readSession(d, pending)).session.is).toBe('nobody');
  await expect(verifyCode(d.auth, pending, '000000')).rejects.toThrow(Refused);
  const done = cookiesOf(await verifyCode(d.auth, pending, await createOTP(raw).totp()));
  expect((await readSession(d, done)).session).toMatchObject({ is: 'staff', actor: { role: 'clerk' } });
});

function fromBase32(text: string): number[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/=+$/, '')]
    .map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
