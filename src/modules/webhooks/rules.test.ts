import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from '#platform/outside/public-address.ts';
import { afterTry } from './rules/after-try.ts';
import { whyNotSendTo } from './rules/may-send-to.ts';
import { delays, nextTry } from './rules/schedule.ts';
import { newSecret, sealerFrom } from './secrets.ts';

const now = new Date('2026-03-04T02:00:00Z');
const after = (tries: number, chance = 0, retryAfter: number | null = null) => {
  const next = nextTry({ tries, now, chance, retryAfter });
  return next && (next.getTime() - now.getTime()) / 1000;
};

// The table of the specification: delay, and time since the start.
test.each([
  [1, 5, '00:00:05'],
  [2, 300, '00:05:05'],
  [3, 1_800, '00:35:05'],
  [4, 7_200, '02:35:05'],
  [5, 18_000, '07:35:05'],
  [6, 36_000, '17:35:05'],
  [7, 50_400, '31:35:05'],
  [8, 72_000, '51:35:05'],
  [9, 86_400, '75:35:05'],
])('after %i failed tries the next comes %i s later, %s since the first', (tries, seconds, since) => {
  expect(after(tries)).toBe(seconds);
  const total = delays.slice(0, tries + 1).reduce<number>((sum, delay) => sum + delay, 0);
  const [hours = 0, minutes = 0, rest = 0] = since.split(':').map(Number);
  expect(total).toBe(hours * 3600 + minutes * 60 + rest);
});

test('ten tries, no more; the receiver may ask for patience, up to a day', () => {
  expect(after(10)).toBeNull();
  expect(after(1, 0, 120)).toBe(120);
  expect(after(3, 0, 120)).toBe(1_800);
  expect(after(1, 0, 999_999)).toBe(86_400);
});

test('whatever the chance, a retry is never early and never more than a tenth late', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, chance) => {
        const [waited, delay] = [after(tries, chance) ?? 0, delays[tries] ?? 0];
        return waited >= delay && waited <= delay * 1.1 + 0.001;
      },
    ),
  );
});

test.each([
  [200, 1, false, 'delivered', null],
  [204, 10, false, 'delivered', null],
  [301, 1, false, 'waiting', null],
  [404, 1, false, 'waiting', null],
  [410, 1, true, 'failed', 'gone'],
  [429, 9, false, 'waiting', null],
  [500, 10, false, 'failed', 'failing'],
  [500, 10, true, 'failed', null],
  [null, 1, false, 'waiting', null],
  [null, 10, false, 'failed', 'failing'],
] as const)(
  '%s at try %i (reached since: %s): %s, disabled: %s',
  (status, tries, reachedSince, state, disable) => {
    const verdict = afterTry({ status, retryAfter: null }, { tries, now, chance: 0, reachedSince });
    expect(verdict).toMatchObject({ state, disable });
    expect(verdict.nextTryAt !== null).toBe(state === 'waiting');
  },
);

test.each([
  ['https://a.example.vn/hook', false, null],
  ['http://a.example.vn/hook', false, 'url_not_https'],
  ['http://a.example.vn/hook', true, null],
  ['ftp://a.example.vn/hook', true, 'url_not_https'],
  ['file:///etc/passwd', true, 'url_not_https'],
  ['https://me:secret@a.example.vn/', true, 'url_credentials'],
  ['a.example.vn', true, 'url_unreadable'],
  [`https://a.example.vn/${'x'.repeat(2000)}`, false, 'url_unreadable'],
] as const)('%s (private allowed: %s): %s', (url, allowPrivate, why) => {
  expect(whyNotSendTo(url, allowPrivate)).toBe(why);
});

test.each([
  ['203.162.4.191', true],
  ['8.8.8.8', true],
  ['2001:4860:4860::8888', true],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['ff02::1', false],
  ['localhost', false],
])('%s lies in the open internet: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open);
});

test('a sealed secret is opened by its own installation, for its own endpoint, and by nothing else', () => {
  const [sealer, secret] = [sealerFrom('s'.repeat(32)), newSecret()];
  const sealed = sealer.seal('one', secret);
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(sealed).not.toContain(secret.slice(6, 20));
  expect(sealer.open('one', sealed)).toBe(secret);
  expect(() => sealer.open('two', sealed)).toThrow();
  expect(() => sealerFrom('t'.repeat(32)).open('one', sealed)).toThrow();
  expect(() => sealer.open('one', `${sealed.slice(0, -2)}AA`)).toThrow();
  expect(sealer.seal('one', secret)).not.toBe(sealed);
});
