import { describe, expect, test } from 'vitest';
import { nextPage } from './next-page.ts';
import { countTry, lockedUntil } from './rules/lock-out.ts';
import { mayManage } from './rules/may-manage.ts';
import { methodOf, mustEnrol } from './rules/sign-in-method.ts';
import { wrongPlace } from './rules/where-roles-work.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 4, 2, minute));

describe('locking out', () => {
  test('the fifth wrong password within a quarter of an hour locks for a quarter of an hour', () => {
    let found = countTry(undefined, at(0));
    for (const minute of [1, 2, 3]) {
      found = countTry(found, at(minute));
      expect(found.lockedUntil).toBeNull();
    }
    found = countTry(found, at(4));
    expect(found).toEqual({ failures: 5, lastAt: at(4), lockedUntil: at(19) });
    expect(lockedUntil(found, at(18))).toEqual(at(19));
    expect(lockedUntil(found, at(19))).toBeNull();
    expect(countTry(found, at(19)).failures).toBe(1);
  });
  test('slips far apart do not add up', () => {
    expect(countTry({ failures: 4, lastAt: at(0), lockedUntil: null }, at(16)).failures).toBe(1);
  });
});

test.each([
  ['/bang', '/bang'],
  ['/bang/ho-so/1?x=1', '/bang/ho-so/1?x=1'],
  ['/bang?xem=toi', '/bang?xem=toi'],
  ['//evil.example', '/bang'],
  ['https://evil.example/bang', '/bang'],
  ['/bangkok', '/bang'],
  ['/bang/\\evil', '/bang'],
  ['/', '/bang'],
  [undefined, '/bang'],
])('after signing in, %s leads to %s', (wanted, page) => expect(nextPage(wanted)).toBe(page));

test.each([
  ['administrator', ['T'], 'T.C1.U1', true],
  ['administrator', ['T.C1'], 'T.C1', true],
  ['administrator', ['T.C1'], 'T.C10', false],
  ['administrator', ['T.C1'], 'T', false],
  ['unit_head', ['T'], 'T.C1', false],
  ['administrator', ['T'], null, false],
])('%s of %s looks after the people of %s: %s', (role, paths, unit, may) =>
  expect(mayManage({ role, paths }, unit).ok).toBe(may),
);

test('only a password asks for a second factor of ours', () => {
  expect(methodOf('/callback/oidc', undefined)).toBe('oidc');
  expect(methodOf('/sign-in/email', undefined)).toBe('password');
  expect(methodOf(undefined, 'demonstration')).toBe('demonstration');
  expect(methodOf(undefined, 'something')).toBe('password');
  expect(mustEnrol('password', false)).toBe(true);
  expect(mustEnrol('password', true)).toBe(false);
  expect(mustEnrol('oidc', false)).toBe(false);
  expect(mustEnrol(null, false)).toBe(true);
});

test.each([
  ['desk_clerk', 'administration_centre', null],
  ['desk_clerk', 'district_unit', 'desk_needed'],
  ['desk_clerk', 'corporation', 'desk_needed'],
  ['clerk', 'administration_centre', 'desk_clerks_only'],
  ['administrator', 'administration_centre', 'desk_clerks_only'],
  ['clerk', 'district_unit', null],
  ['officer', 'agency', null],
  ['officer', 'district_unit', 'body_needed'],
  ['officer', 'administration_centre', 'body_needed'],
  ['clerk', 'agency', 'bodies_of_officers'],
  ['administrator', 'agency', 'bodies_of_officers'],
] as const)('a %s in a %s: %s', (role, kind, wrong) => expect(wrongPlace(role, kind)).toBe(wrong));
