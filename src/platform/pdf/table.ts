import type { PdfColumn } from './page.ts';
import { type Face, heightOf, makeRoom, type Pen, write } from './pen.ts';

const pad = 4;

/** A table with its lines; its head is written again on each page that it goes on to. */
export function drawTable(
  pen: Pen,
  columns: readonly PdfColumn[],
  rows: readonly (readonly string[])[],
): void {
  const head = columns.map(({ title }) => title);
  const row = (cells: readonly string[], face: Face) => drawRow(pen, columns, cells, face);
  makeRoom(pen, heightOfRow(pen, columns, head, 'bold') * 2.5);
  row(head, 'bold');
  for (const cells of rows) {
    if (makeRoom(pen, heightOfRow(pen, columns, cells, 'regular'))) row(head, 'bold');
    row(cells, 'regular');
  }
  pen.doc.y += pen.size * 0.6;
}

function drawRow(pen: Pen, columns: readonly PdfColumn[], cells: readonly string[], face: Face): void {
  const { doc } = pen;
  const height = heightOfRow(pen, columns, cells, face);
  const top = doc.y;
  for (const { column, x, width, text } of placed(pen, columns, cells)) {
    doc.rect(x, top, width, height).lineWidth(0.5).strokeColor('#000').stroke();
    const align = face === 'bold' ? 'center' : (column.align ?? 'left');
    write(pen, text, top + pad, { x: x + pad, width: width - 2 * pad, face, size: sizeOf(pen), align });
  }
  doc.y = top + height;
}

const sizeOf = (pen: Pen) => pen.size - 1.5;

function heightOfRow(pen: Pen, columns: readonly PdfColumn[], cells: readonly string[], face: Face): number {
  const heights = placed(pen, columns, cells).map(({ width, text }) =>
    heightOf(pen, text || ' ', { width: width - 2 * pad, face, size: sizeOf(pen) }),
  );
  return Math.max(...heights) + 2 * pad;
}

function placed(pen: Pen, columns: readonly PdfColumn[], cells: readonly string[]) {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  let x = pen.left;
  return columns.map((column, index) => {
    const width = (pen.width * column.share) / all;
    const place = { column, x, width, text: cells[index] ?? '' };
    x += width;
    return place;
  });
}
