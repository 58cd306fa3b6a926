import { create } from 'qrcode';
import type { PdfPage } from './page.ts';
import { type Pen, rule, write } from './pen.ts';

const qrSide = 58;

/** On every page: the code that leads to the verification, who issued the paper, which page of how many. */
export function drawFeet(pen: Pen, page: PdfPage): void {
  const { doc } = pen;
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    // The foot stands in the margin, where the library would begin a new page by itself.
    const kept = doc.page.margins.bottom;
    doc.page.margins.bottom = 0;
    drawFoot(pen, page, doc.page.height - kept + 12, `${index + 1}/${count}`);
    doc.page.margins.bottom = kept;
  }
}

function drawFoot(pen: Pen, page: PdfPage, top: number, number: string): void {
  const { left, width } = pen;
  const size = Math.min(9, pen.size - 1);
  rule(pen, left, top - 4, width, 0.4);
  if (page.verification) drawQr(pen, page.verification.address, left, top);
  const x = page.verification ? left + qrSide + 8 : left;
  const room = width - (x - left) - 44;
  write(pen, number, top, { x: left + width - 40, width: 40, size, align: 'right' });
  const y = write(pen, page.footer, top, { x, width: room, size });
  if (!page.verification) return;
  const below = write(pen, page.verification.words, y, { x, width: room, size });
  write(pen, page.verification.address, below, { x, width: room + 44, size, face: 'bold' });
}

/** Drawn as one path of squares: sharp at any size, and no picture that an archive must keep. */
function drawQr({ doc }: Pen, address: string, x: number, y: number): void {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const side = qrSide / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) doc.rect(x + column * side, y + row * side, side, side);
  doc.fillColor('#000').fill();
}
