import { expect, test } from 'vitest';
import { conditionSchema } from '../definition-basics.ts';
import { type Condition, holds } from './conditions.ts';

const large = { field: 'kva', above: 2000 };
const small = { field: 'kva', atMost: 2000 };
const notLarge = { field: 'kva', notAbove: 2000 };
const between = { field: 'kva', above: 100, atMost: 2000 };
const outside = { field: 'zone', not: 'yes' };
const zone = { field: 'zone', equals: 'yes' };

test.each<[Condition[] | undefined, Record<string, unknown>, boolean]>([
  [undefined, {}, true],
  [[], {}, true],
  [[large], { kva: '2500' }, true],
  [[large], { kva: '2.500' }, true],
  [[large], { kva: '2,500' }, true],
  [[large], { kva: '2 500' }, true],
  [[large], { kva: 2500 }, true],
  [[large], { kva: '2000' }, false],
  [[large], { kva: '2000,5' }, true],
  [[large], { kva: '2.5' }, false],
  [[small], { kva: '2000' }, true],
  [[small], { kva: '2.000,5' }, false],
  [[between], { kva: '100' }, false],
  [[between], { kva: '101' }, true],
  [[large], {}, false],
  [[small], { kva: '' }, false],
  [[small], { kva: 'about 2000' }, false],
  [[small], { kva: Number.NaN }, false],
  [[notLarge], { kva: '2.000' }, true],
  [[notLarge], { kva: '2000,5' }, false],
  [[notLarge], {}, true],
  [[notLarge], { kva: 'about 2000' }, true],
  [[zone], { zone: 'yes' }, true],
  [[zone], { zone: true }, true],
  [[zone], { zone: 'no' }, false],
  [[outside], { zone: 'no' }, true],
  [[outside], { zone: true }, false],
  [[outside], {}, true],
  [[outside], { zone: '' }, true],
  [[zone, large], { zone: 'yes', kva: '2500' }, true],
  [[zone, large], { zone: 'yes', kva: '1800' }, false],
])('%j of %j: %s', (conditions, answers, expected) => expect(holds(conditions, answers)).toBe(expected));

test('a condition says one thing, and one that can hold', () => {
  for (const good of [large, small, notLarge, between, zone, outside])
    expect(conditionSchema.safeParse(good).success).toBe(true);
  for (const bad of [
    { field: 'kva' },
    { field: 'kva', equals: '1', above: 2 },
    { field: 'kva', equals: '1', not: '2' },
    { field: 'kva', not: '2', atMost: 2 },
    { field: 'kva', above: 2000, atMost: 2000 },
    { field: 'kva', above: 2, notAbove: 3 },
    { field: 'KVA', above: 1 },
    { field: 'kva', atLeast: 1 },
  ])
    expect(conditionSchema.safeParse(bad).success).toBe(false);
});
