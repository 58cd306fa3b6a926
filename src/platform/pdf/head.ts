import type { PdfPage } from './page.ts';
import { type Pen, rule, write } from './pen.ts';

/** The letterhead, the number, the place and the day, the title. */
export function drawHead(pen: Pen, page: PdfPage): void {
  const { doc, left, width, size } = pen;
  const leftWidth = width * 0.46;
  const rightX = left + width * 0.48;
  const rightWidth = width * 0.52;
  const top = doc.y;
  const small = size - 1;
  const issuer = { x: left, width: leftWidth, size: small, align: 'center' as const };
  const motto = { x: rightX, width: rightWidth, size: small, align: 'center' as const };
  const leftEnd = column(pen, page.letterhead.left, top, issuer, (index, last) => index === last);
  const rightEnd = column(pen, page.letterhead.right, top, motto, () => true);
  const below = Math.max(leftEnd, rightEnd) + 5;
  const numberEnd = page.number ? write(pen, page.number, below, issuer) : below;
  const dayEnd = page.placeAndDay
    ? write(pen, page.placeAndDay, below, { ...motto, face: 'italic', size })
    : below;
  doc.y = Math.max(numberEnd, dayEnd) + size;
  doc.y = write(pen, page.title.toLocaleUpperCase('vi'), doc.y, {
    face: 'bold',
    size: size + 2,
    align: 'center',
  });
  if (page.subtitle) doc.y = write(pen, page.subtitle, doc.y, { face: 'italic', align: 'center' });
  doc.y += size * 0.7;
}

type Column = { x: number; width: number; size: number; align: 'center' };

/** Lines one below the other, with a short rule below the last, as the letterheads of public papers have it. */
function column(
  pen: Pen,
  lines: readonly string[],
  top: number,
  place: Column,
  bold: (index: number, last: number) => boolean,
): number {
  let y = top;
  for (const [index, line] of lines.entries())
    y = write(pen, line, y, { ...place, ...inOneLine(pen, line, place, bold(index, lines.length - 1)) });
  if (lines.length > 0) rule(pen, place.x + place.width * 0.35, y + 1, place.width * 0.3);
  return y + 4;
}

/** A name that is a little too long is written a little smaller, not broken in two. */
function inOneLine({ doc }: Pen, line: string, { width, size }: Column, bold: boolean) {
  const face = bold ? ('bold' as const) : ('regular' as const);
  const smallest = size * 0.75;
  let fitting = size;
  while (fitting > smallest && doc.font(face).fontSize(fitting).widthOfString(line) > width) fitting -= 0.25;
  return { face, size: fitting };
}
