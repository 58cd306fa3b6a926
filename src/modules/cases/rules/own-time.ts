import type { History } from './party-times.ts';

type Stretch = { from: number; to: number };

/**
 * When a step was at whoever does it: its turns, without those in which it or the whole case waited for a supplement. Unlike the
 * party's part of the case's time nothing is shared here: side by side each body has used its own days.
 */
export function ownStretches({ turns, to }: History, taskId: string): Stretch[] {
  const ends = (turn: { to: number | null }) => turn.to ?? to;
  const mine = turns.filter((turn) => turn.taskId === taskId);
  const doer = mine[0]?.party;
  const waits = turns.filter((turn) => turn.taskId === null);
  return mine
    .filter(({ party }) => party === doer)
    .flatMap((turn) =>
      waits.reduce<Stretch[]>(
        (left, wait) => left.flatMap((one) => without(one, { from: wait.from, to: ends(wait) })),
        [{ from: turn.from, to: ends(turn) }],
      ),
    );
}

const without = (one: Stretch, out: Stretch): Stretch[] =>
  [
    { from: one.from, to: Math.min(one.to, out.from) },
    { from: Math.max(one.from, out.to), to: one.to },
  ].filter(({ from, to }) => from < to);
