import { expect, test } from 'vitest';
import { dayBefore, homeOf, outermost, unitPartOf } from './rules.ts';

test.each([
  [['A.B', 'A', 'A.B.C'], ['A']],
  [
    ['A.B', 'A.BC', 'D'],
    ['A.B', 'A.BC', 'D'],
  ],
  [['A', 'A'], ['A']],
  [[], []],
])('of the paths %j only %j say something', (paths, said) => expect(outermost(paths)).toEqual(said));

test.each(['PB05080012345', 'pb 0508 0012345', 'PB0508.001.2345', 'pb0508-0012345', 'PB0508'])(
  'the unit in the customer code %s',
  (code) => expect(unitPartOf(code)).toBe('PB0508'),
);

test.each([
  [{ kind: 'district_unit', code: 'U', parentCode: 'C' }, 'U'],
  [{ kind: 'company', code: 'C', parentCode: 'CORP' }, 'C'],
  [{ kind: 'care_centre', code: 'CARE', parentCode: 'CORP' }, 'CORP'],
  [{ kind: 'agency', code: 'DEPT', parentCode: 'PEOPLE' }, 'DEPT'],
])('%j sees from %s', (unit, home) => expect(homeOf(unit)).toBe(home));

test.each([
  ['2026-03-01', '2026-02-28'],
  ['2024-03-01', '2024-02-29'],
  ['2026-01-01', '2025-12-31'],
])('the day before %s is %s', (day, before) => expect(dayBefore(day)).toBe(before));
