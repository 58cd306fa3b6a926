import { expect, test } from 'vitest';
import { gettingElectricitySchema } from './definition-access.ts';

const bounds = { best: 8, worst: 0 };
const entry = (rest: object) => ({
  ...{ code: 'reliability', name: { vi: 'x', en: 'x' }, source: 'for tests', validFrom: '2018-01-01' },
  ...rest,
});

test.each([
  ['bounds', { bounds }, true],
  ['a value', { value: 7 }, true],
  ['that it holds not', { holds: false }, true],
  ['nothing', {}, false],
  ['a value and whether it holds', { value: 7, holds: true }, false],
  ['bounds and whether it holds', { bounds, holds: true }, false],
  ['all three', { bounds, value: 7, holds: true }, false],
])('an entry of the score that says %s', (_, rest, sound) =>
  expect(gettingElectricitySchema.safeParse(entry(rest)).success).toBe(sound),
);
