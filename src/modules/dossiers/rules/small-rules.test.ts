import { describe, expect, test } from 'vitest';
import { afterTry } from './after-try.ts';
import { dossierCode, parseDossierCode } from './code.ts';
import { type Connection, judgeConnection } from './connected.ts';
import { maySeeConnections, maySeeRegister, maySettle } from './may.ts';

const now = new Date('2026-03-04T02:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test('the code of Circular 01/2018, in both forms of the agency’s id', () => {
  expect(dossierCode('000.00.15.H58', '2019-06-04', 1)).toBe('000.00.15.H58-190604-0001');
  expect(dossierCode('H58.15', '2021-06-04', 12345)).toBe('H58.15-210604-12345');
  expect(parseDossierCode(' h58.15-210604-0001 ')).toBe('H58.15-210604-0001');
  for (const wrong of ['', 'H58', 'H58-2106-1', '12977475504', `H58-210604-${'1'.repeat(60)}`])
    expect(parseDossierCode(wrong)).toBeNull();
});

describe('what follows from a try', () => {
  const answered = (status: number | null, tries = 1, retryAfter: number | null = null) =>
    afterTry({ status, retryAfter }, { tries, now });
  test.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [409, 'refused'],
    [422, 'refused'],
    [401, 'waiting'],
    [404, 'waiting'],
    [500, 'waiting'],
    [null, 'waiting'],
  ])('%s: %s', (status, state) => expect(answered(status).state).toBe(state));

  test('the waits grow to four hours, outlast a week, and heed Retry-After up to a day', () => {
    const waits = Array.from({ length: 49 }, (_, index) => {
      const { nextTryAt } = answered(null, index + 1);
      return nextTryAt ? (nextTryAt.getTime() - now.getTime()) / 1000 : 0;
    });
    expect(waits.slice(0, 8)).toEqual([30, 120, 600, 1800, 3600, 7200, 14400, 14400]);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(7 * 86_400);
    expect(answered(null, 50).state).toBe('dead');
    expect(answered(503, 1, 99_999_999).nextTryAt).toEqual(new Date(now.getTime() + 86_400_000));
  });
});

describe('a connection counts', () => {
  const good: Connection = {
    ...{ active: true, lastOut: ago(2), lastIn: ago(23), dead: 0 },
    ...{ waitingSince: ago(3), heldSince: ago(23) },
  };
  test.each<[string, Connection | null, string]>([
    ['heard both ways within a day', good, 'connected'],
    ['no portal at all', null, 'no_portal'],
    ['switched off', { ...good, active: false }, 'switched_off'],
    ['something failed for good', { ...good, dead: 1 }, 'dead_messages'],
    ['heartbeats are taken and a dossier waits', { ...good, waitingSince: ago(25) }, 'stuck_out'],
    ['what they sent lies uncarried', { ...good, heldSince: ago(25) }, 'stuck_in'],
    ['never heard from them', { ...good, lastIn: null }, 'never_both_ways'],
    ['they take nothing any more', { ...good, lastOut: ago(25) }, 'silent_out'],
    ['they say nothing any more', { ...good, lastIn: ago(25) }, 'silent_in'],
  ])('%s', (_, found, health) => expect(judgeConnection(found, { now, withinHours: 24 })).toBe(health));
});

test('who sees health, prints registers and settles', () => {
  const all = [
    'agent',
    'clerk',
    'desk_clerk',
    'dispatcher',
    'crew',
    'unit_head',
    'company_director',
    'corporation',
    'administrator',
  ] as const;
  const who = (may: typeof maySettle) => all.filter((role) => may({ kind: 'staff', role }));
  expect(who(maySeeConnections)).toEqual(['company_director', 'corporation', 'administrator']);
  expect(who(maySeeRegister)).toEqual([
    'clerk',
    'desk_clerk',
    'unit_head',
    'company_director',
    'corporation',
  ]);
  expect(who(maySettle)).toEqual(['clerk', 'desk_clerk', 'unit_head']);
  expect(maySettle({ kind: 'machine', role: 'clerk' })).toBe(false);
});
