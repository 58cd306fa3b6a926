import { beforeAll, expect, test } from 'vitest';
import type { Profile } from '../profile.ts';
import { readProfile } from '../read-profile.ts';
import { sayWhen } from './say-when.ts';
import { stagesOf } from './stages.ts';

let profile: Profile;
beforeAll(async () => {
  const read = await readProfile('profiles/evnspc');
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes, null, 2));
  profile = read.profile;
});
const service = (number: number) => {
  const found = profile.services.find((candidate) => candidate.number === number);
  if (!found) throw new Error(`no service ${number}`);
  return found;
};

test('medium voltage: one of two makes the agreement, bodies at once after it, one of two builds', () =>
  expect(stagesOf(service(8).steps).map(({ kind, steps }) => [kind, steps.length])).toEqual([
    ['single', 1],
    ['one_of', 2],
    ['together', 7],
    ['one_of', 2],
    ['single', 1],
  ]));

test('low voltage: one after another', () =>
  expect(stagesOf(service(1).steps).map(({ kind }) => kind)).toEqual(['single', 'single', 'single']));

test('steps that no case has together are one of them', () => {
  const kinds = (...steps: Parameters<typeof stagesOf>[0][number][]) =>
    stagesOf(steps).map(({ kind }) => kind);
  const large = { code: 'a', after: [], when: [{ field: 'kva', above: 2000 }] };
  expect(kinds(large, { code: 'b', after: [], when: [{ field: 'kva', atMost: 2000 }] })).toEqual(['one_of']);
  expect(kinds(large, { code: 'b', after: [], when: [{ field: 'kva', atMost: 2001 }] })).toEqual([
    'together',
  ]);
  expect(kinds(large, { code: 'b', after: [], when: [{ field: 'line', not: 'x' }] })).toEqual(['together']);
  expect(kinds({ code: 'a', after: [], variants: ['x'] }, { code: 'b', after: [], variants: ['y'] })).toEqual(
    ['one_of'],
  );
});

test('conditions are said in the words of the form', () => {
  const { fields, steps } = service(8);
  const said = (code: string) =>
    sayWhen(steps.find((step) => step.code === code)?.when ?? [], fields, 'vi').join('; ');
  expect(said('planning')).toBe('Tổng công suất trạm biến áp (kVA) trên 2.000');
  expect(said('permit-zone-underground')).toBe('Cáp ngầm; Trạm có nằm trong khu công nghiệp không: có');
  expect(said('permit-overhead')).toBe(
    'Đường dây trên không; Trạm có nằm trong khu công nghiệp không: không',
  );
  expect(sayWhen([{ field: 'unknown', above: 1, atMost: 5 }], fields, 'en')).toEqual([
    'unknown above 1, up to 5',
  ]);
});
