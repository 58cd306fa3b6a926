import { describe, expect, test } from 'vitest';
import { roles } from '#modules/organisation/index.ts';
import { channelAt, mayServe, missingPapers, needsIdentity } from './counter.ts';

const text = { vi: 'Giấy', en: 'Paper' };
const asked = [
  { code: 'identity', name: text, required: true },
  { code: 'house', name: text, required: true },
  { code: 'more', name: text, required: false },
];

test('those who meet customers serve at the counter; machines and customers do not', () => {
  expect(roles.filter((role) => mayServe({ kind: 'staff', role }))).toEqual([
    'agent',
    'clerk',
    'desk_clerk',
    'unit_head',
  ]);
  expect(mayServe({ kind: 'machine', role: 'clerk' })).toBe(false);
  expect(mayServe({ kind: 'customer', role: null })).toBe(false);
});

test('a desk of the State is a channel of its own', () => {
  expect(['administration_centre', 'district_unit', 'care_centre', undefined].map(channelAt)).toEqual([
    'administration_centre',
    'counter',
    'counter',
    'counter',
  ]);
});

describe('a paper', () => {
  test.each([
    ['nothing', [], [], false, ['identity', 'house']],
    ['one uploaded', ['identity'], [], false, ['house']],
    ['one uploaded, one shown', ['identity'], ['house'], false, []],
    ['only the optional one', ['more'], [], false, ['identity', 'house']],
    ['to be shown later', [], [], true, []],
  ] as const)('%s: missing %j', (_, kinds, shown, later, missing) => {
    const uploaded = kinds.map((kind) => ({ kind }));
    expect(missingPapers(asked, { uploaded, shown, later }).map(({ code }) => code)).toEqual(missing);
  });

  test('identity is asked where the service asks for papers', () => {
    expect([needsIdentity(asked), needsIdentity([])]).toEqual([true, false]);
  });
});
