import { expect, test } from 'vitest';
import { customerActor } from '#modules/organisation/index.ts';
import { concerns, parseChange } from './live.ts';

const seeing = (scope: { paths?: string[]; desks?: string[] }) => {
  const nobody = customerActor('x', 'x', []);
  return { ...nobody, scope: { ...nobody.scope, ...scope } };
};

test.each([
  ['the unit', { paths: ['T.C1.U1'] }, 'HCC1', true],
  ['its company', { paths: ['T.C1'] }, null, true],
  ['a unit whose code begins alike', { paths: ['T.C1.U'] }, null, false],
  ['the desk where it was filed', { desks: ['HCC1'] }, 'HCC1', true],
  ['another desk', { desks: ['HCC2'] }, 'HCC1', false],
  ['a desk, of a case filed at none', { desks: ['HCC1'] }, null, false],
  ['nobody', {}, 'HCC1', false],
])('%s hears of a change: %s', (_, scope, desk, heard) => {
  expect(concerns(seeing(scope), { code: '1', path: 'T.C1.U1', desk })).toBe(heard);
});

test('what was announced is read with and without a desk', () => {
  expect(parseChange('{"code":"1","path":"T"}')).toEqual({ code: '1', path: 'T', desk: null });
  expect(parseChange('{"code":"1","path":"T","desk":"HCC1"}')).toMatchObject({ desk: 'HCC1' });
  expect(parseChange('{"code":1}')).toBeNull();
});
