import { expect, test } from 'vitest';
import { knownDefinitions } from './known-definitions.ts';

const row = (id: number) => ({ id, fingerprint: `f${id}` });
const knowing = (most: number) => {
  const asked: number[][] = [];
  const read = async (_from: null, ids: number[]) => {
    asked.push(ids);
    return ids.map((id) => ({ fingerprint: `f${id}`, definition: `says ${id}` }));
  };
  return { asked, of: knownDefinitions(most, read, (definition) => String(definition)) };
};

test('what was read once is not read again, and the rows keep their order', async () => {
  const { asked, of } = knowing(10);
  await of(null, [row(2)]);
  const rows = await of(null, [row(1), row(2), row(3)]);
  expect(rows.map(({ definition }) => definition)).toEqual(['says 1', 'says 2', 'says 3']);
  expect(asked).toEqual([[2], [1, 3]]);
});

test('forgetting to make room takes no row away from whoever asks', async () => {
  const { of } = knowing(2);
  await of(null, [row(1), row(2)]);
  expect((await of(null, [row(1), row(2), row(3)])).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect((await of(null, [row(4), row(5), row(6)])).map(({ id }) => id)).toEqual([4, 5, 6]);
});

test('a row whose definition is not there is left out', async () => {
  const of = knownDefinitions(2, async () => [], String);
  expect(await of(null, [row(1)])).toEqual([]);
});
