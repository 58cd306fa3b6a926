import type { PdfBlock } from './page.ts';
import { heightOf, makeRoom, type Pen, write } from './pen.ts';
import { drawSignatures, heightOfSignatures } from './signatures.ts';
import { drawTable } from './table.ts';

type Of<K extends PdfBlock['kind']> = Extract<PdfBlock, { kind: K }>;

/** The parts of a paper one below the other. */
export function drawBlocks(pen: Pen, blocks: readonly PdfBlock[]): void {
  for (const [index, block] of blocks.entries()) {
    keepWithSignatures(pen, blocks.slice(index, index + 3));
    drawBlock(pen, block);
  }
}

/** Signatures never stand on a page without some of what they sign: a sheet of signatures alone could be put below anything. */
function keepWithSignatures(pen: Pen, [block, next, last]: readonly PdfBlock[]): void {
  if (block?.kind === 'heading' && next?.kind === 'paragraph' && last?.kind === 'signatures')
    makeRoom(pen, heightOf(pen, block.text, { face: 'bold' }) + pen.size + heightWith(pen, next, last));
  if (block?.kind === 'paragraph' && next?.kind === 'signatures') makeRoom(pen, heightWith(pen, block, next));
}

const heightWith = (pen: Pen, { text }: Of<'paragraph'>, { fields }: Of<'signatures'>): number =>
  heightOf(pen, text) + pen.size + heightOfSignatures(pen, fields);

function drawBlock(pen: Pen, block: PdfBlock): void {
  if (block.kind === 'heading') drawHeading(pen, block);
  if (block.kind === 'paragraph') drawParagraph(pen, block);
  if (block.kind === 'facts') drawFacts(pen, block);
  if (block.kind === 'table') drawTable(pen, block.columns, block.rows);
  if (block.kind === 'signatures') drawSignatures(pen, block.fields);
}

function drawHeading(pen: Pen, { text }: Of<'heading'>): void {
  makeRoom(pen, pen.size * 5); // a heading does not stand alone at the foot of a page
  pen.doc.y = write(pen, text, pen.doc.y + pen.size * 0.4, { face: 'bold' }) + 2;
}

function drawParagraph(pen: Pen, { text, bold, italic, align = 'left' }: Of<'paragraph'>): void {
  const face = bold ? 'bold' : italic ? 'italic' : 'regular';
  pen.doc.y = write(pen, text, pen.doc.y, { face, align }) + pen.size * 0.4;
}

/** What a thing is called to the left, what it is to the right. */
function drawFacts(pen: Pen, { rows }: Of<'facts'>): void {
  const label = { width: pen.width * 0.34 };
  const value = { x: pen.left + pen.width * 0.36, width: pen.width * 0.64 };
  for (const row of rows) {
    const shown = row.value.trim() || '…';
    makeRoom(pen, Math.max(heightOf(pen, row.label, label), heightOf(pen, shown, value)));
    const top = pen.doc.y;
    const ends = [write(pen, row.label, top, label), write(pen, shown, top, { ...value, face: 'bold' })];
    pen.doc.y = Math.max(...ends) + 2;
  }
  pen.doc.y += pen.size * 0.4;
}
