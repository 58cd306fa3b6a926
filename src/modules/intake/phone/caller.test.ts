import { expect, test } from 'vitest';
import { type CallerKind, readCaller } from './caller.ts';
import { skewOf } from './rules/clock-skew.ts';

const cases: [string, CallerKind, string | null][] = [
  ['0912345678', 'known', '+84912345678'],
  ['0912.345.678', 'known', '+84912345678'],
  ['+84 912 345 678', 'known', '+84912345678'],
  ['84912345678', 'known', '+84912345678'],
  ['0084912345678', 'known', '+84912345678'],
  ['sip:0912345678@pbx.example;user=phone', 'known', '+84912345678'],
  ['<sip:+84912345678@10.0.0.1>', 'known', '+84912345678'],
  ['tel:+84-276-382-2222', 'known', '+842763822222'],
  ['+81 3-1234-5678', 'foreign', '+81312345678'],
  ['00819012345678', 'foreign', '+819012345678'],
  ['113', 'short', '113'],
  ['1080', 'short', '1080'],
  ['*98', 'short', '*98'],
  ['anonymous', 'withheld', null],
  ['sip:anonymous@anonymous.invalid', 'withheld', null],
  ['Private', 'withheld', null],
  ['', 'withheld', null],
  ['0', 'withheld', null],
  ['khách quen', 'unreadable', null],
  ["'; drop table calls; --", 'unreadable', null],
];
test.each(cases)('%j is %s', (given, kind, number) => {
  expect(readCaller(given)).toEqual({ kind, number });
});

test('clocks may differ by minutes, and a switchboard may have been cut off for days; no more', () => {
  const now = new Date('2026-03-04T02:00:00Z');
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  expect([at(0), at(5), at(-3), at(-7 * 24 * 60)].map((told) => skewOf(told, now))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([at(6), at(-7 * 24 * 60 - 1)].map((told) => skewOf(told, now))).toEqual(['ahead', 'behind']);
});
