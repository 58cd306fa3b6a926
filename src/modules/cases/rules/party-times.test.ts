import { describe, expect, test } from 'vitest';
import { dice } from '../../../demonstration/names.ts';
import { type History, parties, partyTimes, stateParties, type Turn, utilityParties } from './party-times.ts';

const minutes = (_: string, from: number, to: number) => (to - from) / 60_000;
const turn = (
  party: Turn['party'],
  unit: string,
  from: number,
  to: number | null,
  taskId: string | null = unit,
) => ({
  ...{ party, unit, step: taskId ?? '', taskId, from, to, counted: true },
});
const history = (turns: Turn[], change: Partial<History> = {}): History => ({
  ...{ from: 0, to: 100, turns, holders: [{ since: 0, unit: 'U1' }], ended: [] },
  ...change,
});
const shares = (of: History) =>
  Object.fromEntries(
    partyTimes(of, minutes).map(({ party, unit, elapsedMs }) => [`${party} ${unit}`.trim(), elapsedMs]),
  );

describe('whose an instant is', () => {
  test.each<[string, History, Record<string, number>]>([
    ['nobody’s turn: the unit that holds the case', history([]), { 'unit U1': 100 }],
    [
      'a case that moved',
      history([], {
        holders: [
          { since: 0, unit: 'U1' },
          { since: 30, unit: 'U2' },
        ],
      }),
      { 'unit U1': 30, 'unit U2': 70 },
    ],
    [
      'bodies side by side share it',
      history([turn('agency', 'A', 0, 100), turn('agency', 'B', 0, 50)]),
      { 'agency A': 75, 'agency B': 25 },
    ],
    [
      'the utility goes before the State',
      history([turn('agency', 'A', 0, 100), turn('unit', 'U1', 0, 40)]),
      { 'unit U1': 40, 'agency A': 60 },
    ],
    [
      'the State goes before the customer',
      history([turn('agency', 'A', 0, 40), turn('customer', '', 0, 100)]),
      { 'agency A': 40, customer: 60 },
    ],
    [
      'work of the utility that no limit counts goes after the State',
      history([turn('agency', 'A', 0, 40), { ...turn('unit', 'U1', 0, 100), counted: false }]),
      { 'agency A': 40, 'unit U1': 60 },
    ],
    [
      'a supplement goes before all',
      history([turn('agency', 'A', 0, 100), turn('customer', '', 20, 50, null)]),
      { 'agency A': 70, customer: 30 },
    ],
    [
      'what does not divide goes to the first',
      history([turn('agency', 'A', 0, 100), turn('agency', 'B', 0, 100), turn('agency', 'C', 0, 100)]),
      { 'agency A': 34, 'agency B': 33, 'agency C': 33 },
    ],
    ['ended is nobody’s', history([], { ended: [{ from: 10, to: 60 }] }), { 'unit U1': 50 }],
    [
      'a turn that still runs, and one that began before',
      history([turn('agency', 'A', -50, 10), turn('company', 'C1', 90, null)]),
      { 'agency A': 10, 'unit U1': 80, 'company C1': 10 },
    ],
  ])('%s', (_, given, expected) => expect(shares(given)).toEqual(expected));
});

/** A history of any shape: turns over one another, of all parties, some unended, some outside. */
function anyHistory(seed: number): History {
  const chance = dice(seed);
  const to = 1 + chance.upTo(5_000_000);
  const at = () => chance.upTo(Math.floor(to * 1.2)) - Math.floor(to * 0.1);
  const stretch = () => {
    const [a, b] = [at(), at()].sort((one, other) => one - other);
    return { from: a ?? 0, to: chance.chance(0.2) ? null : (b ?? 0) };
  };
  const turns = Array.from({ length: chance.upTo(12) }, (_, index): Turn => {
    const whole = chance.chance(0.15);
    const party = whole ? 'customer' : chance.one(parties);
    const unit = party === 'customer' || party === 'contractor' ? '' : `X${chance.upTo(4)}`;
    return {
      ...stretch(),
      counted: chance.chance(0.8),
      taskId: whole ? null : `t${index}`,
      party,
      unit,
      step: whole ? '' : `s${index % 5}`,
    };
  });
  const ended = chance.chance(0.3) ? [{ from: Math.floor(to / 3), to: Math.floor(to / 2) }] : [];
  const holders = [
    { since: 0, unit: 'U1' },
    ...(chance.chance(0.4) ? [{ since: Math.max(0, at()), unit: 'U2' }] : []),
  ];
  return { from: 0, to, turns, holders, ended };
}

test('over two thousand histories the parts add up to the elapsed time, to the millisecond', () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const given = anyHistory(seed);
    const out = given.ended.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to ?? given.to, given.to) - from),
      0,
    );
    const times = partyTimes(given, minutes);
    expect(
      times.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
      `seed ${seed}`,
    ).toBe(given.to - out);
    expect(times.every(({ elapsedMs }) => elapsedMs >= 0)).toBe(true);
    const inMinutes = times.reduce((sum, { workingMinutes }) => sum + workingMinutes, 0);
    expect(inMinutes).toBeCloseTo((given.to - out) / 60_000, 6);
  }
});

test('over two hundred histories the groups are those of a count instant by instant', () => {
  const group = ({ party, counted }: { party: string; counted: boolean }) =>
    counted && utilityParties.some((one) => one === party)
      ? 'utility'
      : stateParties.some((one) => one === party)
        ? 'state'
        : 'customer';
  for (let seed = 1; seed <= 200; seed++) {
    const wide = anyHistory(seed);
    const scale = (at: number) => Math.floor(at / 5000);
    const small = (one: Turn): Turn => ({
      ...one,
      from: scale(one.from),
      to: one.to === null ? null : scale(one.to),
    });
    const given = {
      ...wide,
      to: scale(wide.to),
      turns: wide.turns.map(small),
      ended: [],
      holders: [{ since: 0, unit: 'U1' }],
    };
    const naive: Record<string, number> = {};
    for (let at = 0; at < given.to; at++) {
      const open = given.turns.filter(({ from, to }) => from <= at && (to === null || to > at));
      const of = (name: string) => open.some((turn) => turn.taskId !== null && group(turn) === name);
      const whose = open.some(({ taskId }) => taskId === null)
        ? 'customer'
        : of('utility') || open.length === 0
          ? 'utility'
          : of('state')
            ? 'state'
            : 'customer';
      naive[whose] = (naive[whose] ?? 0) + 1;
    }
    const counted: Record<string, number> = {};
    for (const time of partyTimes(given, minutes))
      counted[group(time)] = (counted[group(time)] ?? 0) + time.elapsedMs;
    expect(counted, `seed ${seed}`).toEqual(naive);
  }
});
