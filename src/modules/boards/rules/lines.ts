import type { Counted, Dimension } from '../board.ts';
import type { CountedLine } from '../queries.ts';

/** A line of a board: of one value of the first dimension, or of one of the second within it. */
export type Line = CountedLine & { inner: CountedLine[] };
export type Lines = { lines: Line[]; total: Counted };

type Rank = (counted: Counted) => number;
type Apart = { quantiles?: readonly CountedLine[]; rank?: Rank | undefined };

/**
 * Adds up: every case is in one counted line only, so that subtotals and the total are sums. Quantiles do not add up and are given
 * for each line, subtotal and the total.
 */
export function asLines(
  counted: readonly CountedLine[],
  by: readonly Dimension[],
  { quantiles = [], rank }: Apart = {},
): Lines {
  const [first, second] = by;
  const known = new Map(quantiles.map(({ key, counted: own }) => [keyOf(key, by), own]));
  const whole = <L extends CountedLine>(line: L): L => ({
    ...line,
    counted: { ...line.counted, ...known.get(keyOf(line.key, by)) },
  });
  const groups = Map.groupBy(counted, ({ key }) => (first && key[first]) ?? '');
  const lines = [...groups].map(([value, inner]) => ({
    ...whole({ key: first ? { [first]: value } : {}, counted: sum(inner) }),
    inner: second ? inOrder(inner.map(whole), second, rank) : [],
  }));
  const { counted: total } = whole({ key: {}, counted: sum(counted) });
  return { lines: first ? inOrder(lines, first, rank) : lines, total };
}

const keyOf = (key: CountedLine['key'], by: readonly Dimension[]): string =>
  JSON.stringify(by.map((name) => key[name] ?? null));

/** Months run on; all else begins with the most, or with the smallest of the board's own rank. */
const inOrder = <L extends CountedLine>(lines: L[], by: Dimension, rank?: Rank): L[] =>
  lines.sort((a, b) => {
    const names = (a.key[by] ?? '') < (b.key[by] ?? '') ? -1 : 1;
    if (by !== 'month' && rank) return rank(a.counted) - rank(b.counted) || names;
    return by === 'month' ? names : (b.counted.cases ?? 0) - (a.counted.cases ?? 0) || names;
  });

function sum(lines: readonly CountedLine[]): Counted {
  const total: Counted = { cases: 0 };
  for (const { counted } of lines)
    for (const [name, value] of Object.entries(counted)) total[name] = (total[name] ?? 0) + value;
  return total;
}
