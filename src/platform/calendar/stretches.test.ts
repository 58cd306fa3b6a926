import { expect, test } from 'vitest';
import { merge, subtract } from './stretches.ts';

test.each([
  [
    'apart by a moment they stay two',
    [
      [0, 10],
      [11, 20],
    ],
    [
      [0, 10],
      [11, 20],
    ],
  ],
  [
    'those that touch are one',
    [
      [0, 10],
      [10, 20],
    ],
    [[0, 20]],
  ],
  [
    'one within another adds nothing',
    [
      [0, 30],
      [5, 10],
    ],
    [[0, 30]],
  ],
  [
    'in any order',
    [
      [20, 30],
      [0, 5],
      [4, 21],
    ],
    [[0, 30]],
  ],
  [
    'one that lasts takes in all that follow',
    [
      [0, 5],
      [10, null],
      [20, 30],
    ],
    [
      [0, 5],
      [10, null],
    ],
  ],
] satisfies [string, [number, number | null][], [number, number | null][]][])('%s', (_, given, merged) => {
  const before = given.map(([from, to]) => ({ from, to }));
  const copy = structuredClone(before);
  expect(merge(before)).toEqual(merged.map(([from, to]) => ({ from, to })));
  expect(before).toEqual(copy);
});

test.each([
  ['nothing cut', 0, 10, [], [[0, 10]]],
  [
    'the middle',
    0,
    10,
    [[3, 5]],
    [
      [0, 3],
      [5, 10],
    ],
  ],
  [
    'both ends',
    0,
    10,
    [
      [-5, 2],
      [8, 20],
    ],
    [[2, 8]],
  ],
  ['all of it', 0, 10, [[-1, 11]], []],
  ['from within, for good', 0, 10, [[4, null]], [[0, 4]]],
  [
    'a stretch of no length cuts nothing',
    0,
    10,
    [[4, 4]],
    [
      [0, 4],
      [4, 10],
    ],
  ],
  [
    'what lies elsewhere',
    0,
    10,
    [
      [-9, -1],
      [10, 12],
    ],
    [[0, 10]],
  ],
] satisfies [string, number, number, [number, number | null][], [number, number][]][])(
  'cut out: %s',
  (_, from, to, cuts, left) => {
    expect(
      subtract(
        from,
        to,
        cuts.map(([a, b]) => ({ from: a, to: b })),
      ),
    ).toEqual(left);
  },
);
