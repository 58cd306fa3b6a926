import { describe, expect, test } from 'vitest';
import { type GraphStep, graphOf } from './graph.ts';
import type { Party, Turn } from './party-times.ts';
import { placeTall } from './place-tall.ts';
import { placeWide } from './place-wide.ts';

const step = (
  code: string,
  state: string,
  party: Party,
  unit: string,
  after: string[],
  more: Partial<GraphStep> = {},
): GraphStep => ({
  ...{ id: code, step_code: code, state, party, unit, after, ordinal: 0, round: 1 },
  ...{ dueAt: null, completedAt: null, ...more },
});
const turn = (taskId: string | null, party: Party, unit: string, to: number | null = null): Turn => ({
  ...{ taskId, party, unit, step: taskId ?? '', from: 5, to, counted: true },
});

/** 2,500 kVA: three bodies side by side, one of them late, one through. */
const crossing = [
  step('survey', 'done', 'unit', 'U1', [], { dueAt: 3, completedAt: 4 }),
  step('agreement', 'done', 'unit', 'U1', ['survey'], { dueAt: 9, completedAt: 5 }),
  step('planning', 'open', 'agency', 'SCT', ['agreement'], { dueAt: 8 }),
  step('position', 'done', 'agency', 'SXD', ['agreement'], { dueAt: 20, completedAt: 7 }),
  step('permit', 'open', 'agency', 'SGT', ['agreement'], { dueAt: 20 }),
  step('build', 'waiting', 'contractor', 'U1', ['agreement', 'planning', 'position', 'permit']),
  step('energise', 'waiting', 'unit', 'U1', ['build', 'planning']),
];
const turns = [
  turn('agreement', 'unit', 'U1', 5),
  turn('planning', 'agency', 'SCT'),
  turn('permit', 'customer', ''),
];
const brief = (steps: readonly GraphStep[], whose: readonly Turn[] = [], now = 10) => {
  const graph = graphOf(steps, whose, now);
  return {
    nodes: graph.nodes.map(({ id, state, column, lane, turn: at }) =>
      [id, state, column, lane, at ? `${at.party} ${at.unit}`.trim() : ''].join(' ').trim(),
    ),
    arrows: graph.arrows.map(({ from, to, passed }) => `${from} ${passed ? '→' : '⇢'} ${to}`),
  };
};

test('a case at three bodies', () =>
  expect(brief(crossing, turns)).toEqual({
    nodes: [
      'survey done_late 0 0',
      'agreement done 1 0',
      'planning late 2 1 agency SCT',
      'position done 2 2',
      'permit open 2 3 customer',
      'build waiting 3 4',
      'energise waiting 4 0',
    ],
    arrows: [
      'survey → agreement',
      'agreement → planning',
      'agreement → position',
      'agreement → permit',
      'planning ⇢ build',
      'position ⇢ build',
      'permit ⇢ build',
      'build ⇢ energise',
    ],
  }));

test('steps that name none come after all before them; a repeated step after itself', () =>
  expect(
    brief([
      { ...step('survey', 'done', 'unit', 'U1', []), after: null, ordinal: 1 },
      { ...step('energise', 'done', 'unit', 'U1', []), after: null, ordinal: 2 },
      { ...step('energise', 'open', 'unit', 'U1', []), id: 'again', after: ['survey'], ordinal: 2, round: 2 },
    ]).arrows,
  ).toEqual(['survey → energise', 'energise → again']));

test('while the case waits for a supplement every open step is at the customer', () => {
  const graph = graphOf(crossing, [turn(null, 'customer', ''), turn('planning', 'agency', 'SCT')], 10);
  for (const { turn: at } of graph.nodes.filter(({ state }) => state === 'open' || state === 'late'))
    expect(at).toMatchObject({ party: 'customer', supplement: true });
});

describe('placed', () => {
  const graph = graphOf(crossing, turns, 10);

  test('wide: a lane a party, no box upon another', () => {
    const { boxes, bands } = placeWide(graph);
    expect(bands).toHaveLength(5);
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(boxes.length);
    expect(boxes.filter(({ x }) => x === boxes.find(({ id }) => id === 'permit')?.x)).toHaveLength(3);
  });

  test('wide: two steps of one body at once share its lane, and a line goes round what stands between', () => {
    const same = crossing.map((one) => (one.id === 'planning' ? { ...one, unit: 'SXD' } : one));
    const { bands, boxes } = placeWide(graphOf(same, [], 10));
    expect(bands.map(({ height }) => height)).toEqual([146, 292, 146, 146]);
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(boxes.length);
    const past = placeWide(
      graphOf(
        [
          step('first', 'open', 'unit', 'U1', []),
          step('other', 'open', 'agency', 'SXD', []),
          step('between', 'waiting', 'unit', 'U1', ['other']),
          step('last', 'waiting', 'agency', 'SXD', ['first', 'between']),
        ],
        [],
        10,
      ),
    );
    const height = (id: string) => (past.boxes.find((box) => box.id === id)?.y ?? 0) + 64;
    expect(height('between')).toBe(height('first'));
    const line = past.lines.find(({ key }) => key === 'first last');
    expect(line?.path).toContain(`V${height('first') + 73}H`);
  });

  test('tall: tracks part after the agreement and meet at the works', () =>
    expect(placeTall(graph)).toEqual({
      tracks: 3,
      rows: [
        { id: 'survey', track: 0 },
        { id: 'agreement', track: 0 },
        { id: 'planning', track: 0 },
        { id: 'position', track: 1 },
        { id: 'permit', track: 2 },
        { id: 'build', track: 0 },
        { id: 'energise', track: 0 },
      ],
      links: [
        { from: 0, to: 1, track: 0, passed: true },
        { from: 1, to: 2, track: 0, passed: true },
        { from: 1, to: 3, track: 1, passed: true },
        { from: 1, to: 4, track: 2, passed: true },
        { from: 2, to: 5, track: 0, passed: false },
        { from: 3, to: 5, track: 1, passed: false },
        { from: 4, to: 5, track: 2, passed: false },
        { from: 5, to: 6, track: 0, passed: false },
      ],
    }));
});
