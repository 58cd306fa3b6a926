import type { Counted, Dimension } from '../board.ts';
import type { CountedLine } from '../queries.ts';

/** A line of a board: of one value of the first dimension, or of one of the second within it. */
export type Line = CountedLine & { inner: CountedLine[] };
export type Lines = { lines: Line[]; total: Counted };

/** Adds up: every case is in one counted line only, so that subtotals and the total are sums. */
export function asLines(counted: readonly CountedLine[], by: readonly Dimension[]): Lines {
  const [first, second] = by;
  const groups = Map.groupBy(counted, ({ key }) => (first && key[first]) ?? '');
  const lines = [...groups].map(([value, inner]) => ({
    key: first ? { [first]: value } : {},
    counted: sum(inner),
    inner: second ? inOrder([...inner], second) : [],
  }));
  return { lines: first ? inOrder(lines, first) : lines, total: sum(counted) };
}

/** Months run on; all else begins with the most. */
const inOrder = <L extends CountedLine>(lines: L[], by: Dimension): L[] =>
  lines.sort((a, b) => {
    const names = (a.key[by] ?? '') < (b.key[by] ?? '') ? -1 : 1;
    return by === 'month' ? names : (b.counted.cases ?? 0) - (a.counted.cases ?? 0) || names;
  });

function sum(lines: readonly CountedLine[]): Counted {
  const total: Counted = { cases: 0 };
  for (const { counted } of lines)
    for (const [name, value] of Object.entries(counted)) total[name] = (total[name] ?? 0) + value;
  return total;
}
