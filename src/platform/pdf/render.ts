import { buffer } from 'node:stream/consumers';
import { drawBlocks } from './blocks.ts';
import { drawFeet } from './foot.ts';
import { drawHead } from './head.ts';
import type { PdfPage } from './page.ts';
import { takePen } from './pen.ts';
import { leaveRoomForSignature } from './signature-slot.ts';

/** Writes a paper: PDF/A-3b, the same bytes for the same description. */
export function renderPdf(page: PdfPage): Promise<Buffer> {
  const pen = takePen(page);
  drawHead(pen, page);
  drawBlocks(pen, page.blocks);
  drawFeet(pen, page);
  for (const { name, description, mime, content } of page.enclosures ?? [])
    pen.doc.file(content, {
      name,
      description,
      type: mime,
      creationDate: page.made,
      modifiedDate: page.made,
      relationship: 'Source',
    });
  if (page.signature) leaveRoomForSignature(pen.doc, page.signature);
  const whole = buffer(pen.doc);
  pen.doc.end();
  return whole;
}
