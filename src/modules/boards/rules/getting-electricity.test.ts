import { describe, expect, test } from 'vitest';
import { componentScore, gettingElectricity } from './getting-electricity.ts';
import { type Reliability, reliabilityIndex } from './reliability-index.ts';

const bounds = {
  procedures: { best: 3, worst: 9 },
  time: { best: 18, worst: 248 },
  cost: { best: 0, worst: 8100 },
  reliability: { best: 8, worst: 0 },
};
const two = (value: number | null) => value?.toFixed(2) ?? null;

describe('the score', () => {
  test.each([
    ['Viet Nam as published in Doing Business 2020: 88.2', [4, 31, 994, 7], '88.23'],
    ['Viet Nam as published in Doing Business 2019: 87.94', [4, 31, 1087, 7], '87.94'],
    ['the best of all four', [3, 18, 0, 8], '100.00'],
    ['the worst of all four', [9, 248, 8100, 0], '0.00'],
    ['better than the best and worse than the worst', [1, 400, 9000, 8], '50.00'],
  ] as const)('%s', (_, [procedures, time, cost, reliability], expected) =>
    expect(two(gettingElectricity({ procedures, time, cost, reliability }, bounds).score)).toBe(expected),
  );

  // Of these years only some components are published, so only those are computed.
  test.each([
    ['2013', { procedures: 6, time: 115, cost: 1726, reliability: null }, ['50.00', '57.83', '78.69', null]],
    [
      'Doing Business 2017',
      { procedures: 5, time: 46, cost: null, reliability: null },
      ['66.67', '87.83', null, null],
    ],
  ])('%s: what is known is scored, and there is no whole', (_, values, parts) => {
    const scored = gettingElectricity(values, bounds);
    expect(Object.values(scored.parts).map(two)).toEqual(parts);
    expect(scored.score).toBeNull();
  });

  test.each([
    [4, '83.33'],
    [2, '100.00'],
    [9, '0.00'],
    [12, '0.00'],
  ])('%i procedures: %s', (value, expected) =>
    expect(two(componentScore(value, bounds.procedures))).toBe(expected),
  );
});

describe('the index of reliability', () => {
  const none: Reliability = {
    saidi: 13,
    saifi: 13,
    monitorsByTool: false,
    restoresByTool: false,
    regulatorLooks: false,
    paysBeyondCap: false,
    tariffsOnline: false,
    tariffChangesTold: false,
  };
  const all: Reliability = {
    saidi: 1,
    saifi: 1,
    monitorsByTool: true,
    restoresByTool: true,
    regulatorLooks: true,
    paysBeyondCap: true,
    tariffsOnline: true,
    tariffChangesTold: true,
  };
  test.each([
    [12.01, 1, 0],
    [12, 12, 1],
    [4, 12, 1],
    [4.01, 4, 1],
    [4, 4, 2],
    [1, 4, 2],
    [1, 1, 3],
    [0, 0, 3],
    [100, 100, 0],
  ])('SAIDI %d and SAIFI %d: %i for outages', (saidi, saifi, outages) =>
    expect(reliabilityIndex({ ...none, saidi, saifi })).toEqual({ eligible: true, outages, index: outages }),
  );

  test.each([
    [null, 1],
    [1, null],
    [100.1, 1],
    [1, 101],
  ])('SAIDI %s and SAIFI %s: no index at all, whatever else there is', (saidi, saifi) =>
    expect(reliabilityIndex({ ...all, saidi, saifi })).toEqual({ eligible: false, outages: 0, index: 0 }),
  );

  test.each([
    ['monitorsByTool', 7],
    ['restoresByTool', 7],
    ['regulatorLooks', 7],
    ['paysBeyondCap', 7],
    ['tariffsOnline', 7],
    ['tariffChangesTold', 7],
  ] as const)('without %s', (name, index) =>
    expect(reliabilityIndex({ ...all, [name]: false }).index).toBe(index),
  );

  test('all there is', () => expect(reliabilityIndex(all).index).toBe(8));
});
