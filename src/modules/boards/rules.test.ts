import { expect, test } from 'vitest';
import { asLines } from './rules/lines.ts';
import { addMonths, isMonth, lastDay, monthOf, periodOf } from './rules/months.ts';
import { showFigure } from './rules/show.ts';

test.each([
  ['2026-01', -1, '2025-12'],
  ['2026-01', -11, '2025-02'],
  ['2025-12', 1, '2026-01'],
  ['2026-06', 0, '2026-06'],
])('%s and %i months is %s', (month, more, expected) => expect(addMonths(month, more)).toBe(expected));

test.each([
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2026-12', '2026-12-31'],
])('%s ends on %s', (month, day) => expect(lastDay(month)).toBe(day));

test('a month is that of the utility, not of the server', () => {
  expect(monthOf(new Date('2026-01-31T16:59:59Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-01');
  expect(monthOf(new Date('2026-01-31T17:00:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-02');
});

test.each(['2026-00', '2026-13', '26-01', '2026-1', '1800-01', '2026-01-01', ''])('%s is no month', (value) =>
  expect(isMonth(value)).toBe(false),
);

test.each([
  [{}, '2025-04', '2026-03'],
  [{ from: '2026-01' }, '2026-01', '2026-03'],
  [{ to: '2025-12' }, '2025-01', '2025-12'],
  [{ from: '2026-05', to: '2026-02' }, '2026-02', '2026-05'],
  [{ from: '2027-01' }, '2027-01', '2027-01'],
  [{ from: '1990-01', to: '2026-03' }, '2021-04', '2026-03'],
])('%j is from %s to %s', (asked, from, to) => expect(periodOf(asked, '2026-03')).toEqual({ from, to }));

test('lines are grouped, months in their order, the rest by size, and added up', () => {
  const line = (month: string, channel: string, cases: number) => ({
    key: { month, channel },
    counted: { cases },
  });
  const { lines, total } = asLines(
    [line('2026-02-01', 'web', 1), line('2026-01-01', 'web', 2), line('2026-01-01', 'phone', 5)],
    ['month', 'channel'],
  );
  expect(total).toEqual({ cases: 8 });
  expect(
    lines.map(({ key, counted, inner }) => [key.month, counted.cases, inner.map((one) => one.key.channel)]),
  ).toEqual([
    ['2026-01-01', 7, ['phone', 'web']],
    ['2026-02-01', 1, ['web']],
  ]);
});

test('figures are written as the language writes them', () => {
  expect([0, 12_345].map((n) => showFigure(n, 'count', 'vi'))).toEqual(['0', '12.345']);
  expect([0.7432, 1, null].map((n) => showFigure(n, 'share', 'vi'))).toEqual(['74,3 %', '100,0 %', '–']);
  expect([showFigure(0.7432, 'share', 'en'), showFigure(0.4, 'mean', 'vi')]).toEqual(['74.3 %', '0,40']);
});
