import { expect, test } from 'vitest';
import { groupCommit, type Outcome } from './group-commit.ts';

const doubled = (asks: number[]): Outcome<number>[] =>
  asks.map((ask) => (ask < 0 ? { ok: false, error: new Error('negative') } : { ok: true, result: ask * 2 }));

test('what comes alone goes at once; what comes meanwhile goes together, no more than allowed, each with its own answer', async () => {
  const groups: number[][] = [];
  const open: (() => void)[] = [];
  const send = groupCommit(
    (asks: number[]) => {
      groups.push(asks);
      return new Promise<Outcome<number>[]>((resolve) => open.push(() => resolve(doubled(asks))));
    },
    { most: 3, lanes: 1 },
  );
  const answers = [1, 2, 3, 4, 5].map(send);
  expect(groups).toEqual([[1]]);
  open[0]?.();
  await answers[0];
  await expect.poll(() => groups.length).toBe(2);
  open[1]?.();
  await expect.poll(() => groups.length).toBe(3);
  open[2]?.();
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
  expect(groups).toEqual([[1], [2, 3, 4], [5]]);
});

test('one refused in a group does not touch the others; a group that fails fails for all in it, and the next goes on', async () => {
  let broken = false;
  const send = groupCommit(
    async (asks: number[]) => {
      if (broken) throw new Error('away');
      return doubled(asks);
    },
    { most: 10, lanes: 1 },
  );
  const [alone, good, bad] = [send(1), send(2), send(-1)];
  await expect(bad).rejects.toThrow('negative');
  expect([await alone, await good]).toEqual([2, 4]);
  broken = true;
  await expect(send(3)).rejects.toThrow('away');
  broken = false;
  expect(await send(4)).toBe(8);
});

test('as many transactions at once as there are lanes', async () => {
  let running = 0;
  let most = 0;
  const send = groupCommit(
    async (asks: number[]) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return doubled(asks);
    },
    { most: 1, lanes: 2 },
  );
  await Promise.all([1, 2, 3, 4, 5, 6].map(send));
  expect(most).toBe(2);
});
