import type { PdfSignatureField } from './page.ts';
import { heightOf, makeRoom, type Pen, write } from './pen.ts';

/** Who signs, side by side: what is known of the signature, or room for a pen. Never torn apart by the end of a page. */
export function drawSignatures(pen: Pen, fields: readonly PdfSignatureField[]): void {
  const width = widthOfOne(pen, fields);
  makeRoom(pen, heightOfSignatures(pen, fields));
  const top = pen.doc.y + pen.size;
  const ends = fields.map((field, index) =>
    drawField(pen, field, pen.left + index * (width + gap), top, width),
  );
  pen.doc.y = Math.max(top, ...ends) + pen.size;
}

const gap = 14;
const widthOfOne = (pen: Pen, fields: readonly PdfSignatureField[]) =>
  (pen.width - gap * (fields.length - 1)) / Math.max(1, fields.length);

export const heightOfSignatures = (pen: Pen, fields: readonly PdfSignatureField[]): number =>
  Math.max(0, ...fields.map((field) => heightOfField(pen, field, widthOfOne(pen, fields)))) + pen.size;

const penRoom = (pen: Pen) => pen.size * 5;
const signedSize = (pen: Pen) => pen.size - 2.5;
const inner = 8;

function drawField(pen: Pen, field: PdfSignatureField, x: number, top: number, width: number): number {
  const place = { x, width, align: 'center' as const };
  let y = write(pen, field.who.toLocaleUpperCase('vi'), top, { ...place, face: 'bold', size: pen.size - 1 });
  if (field.hint) y = write(pen, field.hint, y, { ...place, face: 'italic', size: pen.size - 1 });
  if (field.signed) y = drawSigned(pen, field.signed, x, y + 6, width) + 6;
  else y += penRoom(pen);
  return field.name ? write(pen, field.name, y, { ...place, face: 'bold' }) : y;
}

/** In a frame, so that nobody takes it for a signature of ink. */
function drawSigned(pen: Pen, lines: readonly string[], x: number, top: number, width: number): number {
  const words = { x: x + inner, width: width - 2 * inner, size: signedSize(pen), face: 'regular' as const };
  let y = top + inner - 2;
  for (const line of lines) y = write(pen, line, y, words);
  pen.doc
    .rect(x, top, width, y - top + inner - 4)
    .lineWidth(0.8)
    .strokeColor('#1a5d1a')
    .stroke();
  return y + inner - 4;
}

function heightOfField(pen: Pen, field: PdfSignatureField, width: number): number {
  const heading = [field.who.toLocaleUpperCase('vi'), field.hint ?? '', field.name ?? '']
    .filter((text) => text !== '')
    .reduce((sum, text) => sum + heightOf(pen, text, { width, face: 'bold' }), 0);
  const signed = field.signed?.reduce(
    (sum, line) => sum + heightOf(pen, line, { width: width - 2 * inner, size: signedSize(pen) }),
    2 * inner + 12,
  );
  return heading + (signed ?? penRoom(pen));
}
