import type { CaseGraph } from './graph.ts';

/** A picture that lies: a lane for each party, time running to the right. */
export const wide = { label: 142, box: 194, gap: 38, row: 146, height: 128, top: 12 };

type Box = { id: string; x: number; y: number };
type Line = { key: string; path: string; passed: boolean };
type Band = { lane: number; y: number; height: number };
export type WidePlan = { width: number; height: number; bands: Band[]; boxes: Box[]; lines: Line[] };

export function placeWide({ lanes, nodes, arrows }: CaseGraph): WidePlan {
  const cells = nodes.map((node, index) => ({
    ...node,
    // Two steps of one party at the same time stand below one another in its lane.
    slot: nodes.slice(0, index).filter(({ lane, column }) => lane === node.lane && column === node.column)
      .length,
  }));
  const slots = lanes.map((_, lane) =>
    Math.max(1, ...cells.filter((cell) => cell.lane === lane).map(({ slot }) => slot + 1)),
  );
  const rowOf = (lane: number) => slots.slice(0, lane).reduce((sum, count) => sum + count, 0);
  const boxes = cells.map(({ id, column, lane, slot }) => ({
    id,
    x: wide.label + column * (wide.box + wide.gap),
    y: wide.top + (rowOf(lane) + slot) * wide.row + (wide.row - wide.height) / 2,
  }));
  const columns = Math.max(0, ...nodes.map(({ column }) => column)) + 1;
  return {
    width: wide.label + columns * (wide.box + wide.gap) - wide.gap + wide.top,
    height: wide.top * 2 + rowOf(lanes.length) * wide.row,
    bands: lanes.map((_, lane) => ({
      lane,
      y: wide.top + rowOf(lane) * wide.row,
      height: (slots[lane] ?? 1) * wide.row,
    })),
    boxes,
    lines: arrows.flatMap(({ from, to, passed }) => {
      const [a, b] = [boxes.find(({ id }) => id === from), boxes.find(({ id }) => id === to)];
      return a && b ? [{ key: `${from} ${to}`, passed, path: pathOf(a, b, boxes) }] : [];
    }),
  };
}

/** Out of the one to the right, into the other from the left; round the boxes that stand between, along the edge of the lane. */
function pathOf(from: Box, to: Box, boxes: readonly Box[]): string {
  const half = wide.height / 2;
  const [x1, y1, x2, y2] = [from.x + wide.box, from.y + half, to.x - 7, to.y + half];
  const turn = to.x - wide.gap / 2;
  const blocked = boxes.some((box) => box.y === from.y && box.x > from.x && box.x < to.x);
  if (!blocked) return y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}H${turn}V${y2}H${x2}`;
  const past = from.y + half + wide.row / 2;
  return `M${x1} ${y1}H${x1 + wide.gap / 2}V${past}H${turn}V${y2}H${x2}`;
}
