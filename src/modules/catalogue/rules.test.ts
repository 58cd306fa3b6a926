import { describe, expect, test } from 'vitest';
import { canonical, chooseVariant, findVariant, overlaps, settingFor } from './rules.ts';

const variants = [
  { code: 'with-line', when: { field: 'new_line', equals: 'yes' } },
  { code: 'urban', when: { field: 'area', equals: 'urban' } },
  { code: 'rural' },
];

describe('the variant the answers choose', () => {
  test.each([
    [{ area: 'urban', new_line: 'no' }, 'urban'],
    [{ area: 'urban', new_line: 'yes' }, 'with-line'],
    [{ area: 'rural', new_line: 'yes' }, 'with-line'],
    [{ area: 'rural', new_line: 'unknown' }, 'rural'],
    [{}, 'rural'],
  ])('%j: %s', (answers, code) => expect(chooseVariant({ variants }, answers).code).toBe(code));

  test('one that was chosen is found again by its code', () => {
    expect(findVariant({ variants }, 'urban')).toBe(variants[1]);
    expect(() => findVariant({ variants }, 'gone')).toThrow('gone');
  });
});

test.each([
  [{ validFrom: '2018-01-01' }, { validFrom: '2020-01-01' }, true],
  [{ validFrom: '2018-01-01', validTo: '2019-12-31' }, { validFrom: '2020-01-01' }, false],
  [{ validFrom: '2018-01-01', validTo: '2020-01-01' }, { validFrom: '2020-01-01' }, true],
])('%j and %j share a day: %s', (one, other, shared) => {
  expect(overlaps(one, other)).toBe(shared);
  expect(overlaps(other, one)).toBe(shared);
});

test('the setting of a limit is that of the way it is counted', () => {
  const settings = [{ appliesTo: ['working_days'] }, { appliesTo: ['minutes', 'working_hours'] }];
  expect(settingFor(settings, 'minutes')).toBe(settings[1]);
  expect(settingFor(settings, 'years')).toBeUndefined();
});

test('a definition is the same whatever the order of its keys, not of its lists', () => {
  expect(canonical({ a: 1, b: [{ c: 1, d: 2 }] })).toBe(canonical({ b: [{ d: 2, c: 1 }], a: 1 }));
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});
