import { expect, test } from 'vitest';
import { mayReadBoards } from './may-read.ts';

test('whoever answers for a unit reads its figures; an officer of a State body, a desk and a crew do not', () => {
  expect(mayReadBoards({ role: 'unit_head' })).toBe(true);
  for (const role of ['officer', 'desk_clerk', 'crew', null] as const)
    expect(mayReadBoards({ role })).toBe(false);
});
