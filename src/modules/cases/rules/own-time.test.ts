import { expect, test } from 'vitest';
import { ownStretches } from './own-time.ts';
import type { Party, Turn } from './party-times.ts';
import { wrapWords } from './wrap-words.ts';

const turn = (taskId: string | null, party: Party, from: number, to: number | null): Turn => ({
  ...{ taskId, party, unit: '', step: '', from, to, counted: true },
});
const own = (...turns: Turn[]) =>
  ownStretches({ from: 0, to: 100, turns, holders: [], ended: [] }, 'permit').map(({ from, to }) => [
    from,
    to,
  ]);

test('a body has not used the days in which it, or the whole case, waited for the customer', () => {
  expect(own(turn('permit', 'agency', 10, null))).toEqual([[10, 100]]);
  expect(
    own(
      turn('permit', 'agency', 10, 20),
      turn('permit', 'customer', 20, 50),
      turn('permit', 'agency', 50, 70),
      turn('planning', 'agency', 10, 90),
    ),
  ).toEqual([
    [10, 20],
    [50, 70],
  ]);
  expect(own(turn('permit', 'agency', 10, null), turn(null, 'customer', 40, 60))).toEqual([
    [10, 40],
    [60, 100],
  ]);
  expect(own(turn('permit', 'customer', 10, 30), turn(null, 'customer', 20, null))).toEqual([[10, 20]]);
  expect(own()).toEqual([]);
});

test('words in lines, cut where there is no room left', () => {
  expect(wrapWords('Thỏa thuận vị trí trụ, trạm và hành lang', 22, 3)).toEqual([
    'Thỏa thuận vị trí trụ,',
    'trạm và hành lang',
  ]);
  expect(wrapWords('một hai ba bốn năm', 7, 2)).toEqual(['một hai', 'ba bốn…']);
  expect(wrapWords('', 7, 2)).toEqual(['']);
});
