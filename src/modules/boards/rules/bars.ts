import type { Board } from '../board.ts';
import type { Line } from './lines.ts';

export const mostBars = 24;

/** The bars of a chart: the first lines, each divided by the board's parts. */
export const barsOf = (board: Board, lines: readonly Line[], nameOf: (line: Line) => string) =>
  lines.slice(0, mostBars).map((line) => ({
    name: nameOf(line),
    parts: board.parts.map((part) => part.value(line.counted)),
  }));
