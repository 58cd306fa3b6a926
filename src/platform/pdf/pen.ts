import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { PdfPage, PdfSize } from './page.ts';

export type Face = 'regular' | 'bold' | 'italic';
export type Pen = {
  doc: PDFKit.PDFDocument;
  left: number;
  width: number;
  /** The size of the text; everything else follows from it. */
  size: number;
};

const find = createRequire(import.meta.url);
// Tinos has every Vietnamese letter and the widths of the face that public papers are written in.
const faces: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
};
const kept = new Map<Face, Buffer>();

function fontOf(face: Face): Buffer {
  const known = kept.get(face) ?? readFileSync(find.resolve(`@expo-google-fonts/tinos/${faces[face]}`));
  kept.set(face, known);
  return known;
}

const sheets = {
  A4: { size: 'A4', layout: 'portrait', text: 12.5, side: 57, top: 42, bottom: 95 },
  'A4-landscape': { size: 'A4', layout: 'landscape', text: 11, side: 48, top: 40, bottom: 85 },
  A5: { size: 'A5', layout: 'portrait', text: 10, side: 34, top: 30, bottom: 80 },
} as const satisfies Record<PdfSize, unknown>;

/** An empty sheet of an archivable PDF (PDF/A-3b), all its fonts inside. */
export function takePen(page: PdfPage): Pen {
  const sheet = sheets[page.size];
  const doc = new PDFDocument({
    size: sheet.size,
    layout: sheet.layout,
    margins: { left: sheet.side, right: sheet.side, top: sheet.top, bottom: sheet.bottom },
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    lang: page.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: '', // none of the fonts that a reader would have to bring
    info: {
      Title: page.title.normalize('NFC'),
      Author: page.author.normalize('NFC'),
      Subject: (page.number ?? '').normalize('NFC'),
      Keywords: page.keywords ?? '',
      Creator: 'Motcua',
      Producer: 'Motcua',
      CreationDate: page.made,
      ModDate: page.made,
    },
  });
  for (const face of ['regular', 'bold', 'italic'] as const) doc.registerFont(face, fontOf(face));
  doc.font('regular').fontSize(sheet.text).lineGap(2);
  doc.addPage();
  const width = doc.page.width - 2 * sheet.side;
  return { doc, left: sheet.side, width, size: sheet.text };
}

export type Words = {
  x?: number;
  width?: number;
  face?: Face;
  size?: number;
  align?: 'left' | 'center' | 'right';
};

/** Letters as one sign each: a vowel and its tone written apart would be drawn apart. */
const plain = (text: string) => text.normalize('NFC').replaceAll('\t', ' ');

/** Writes at a height, or below what was written last, and returns where it ends. */
export function write(pen: Pen, text: string, y: number, words: Words = {}): number {
  const { x = pen.left, width = pen.width, face = 'regular', size = pen.size, align = 'left' } = words;
  pen.doc.font(face).fontSize(size).text(plain(text), x, y, { width, align });
  return pen.doc.y;
}

export function heightOf(pen: Pen, text: string, words: Words = {}): number {
  const { width = pen.width, face = 'regular', size = pen.size, align = 'left' } = words;
  return pen.doc.font(face).fontSize(size).heightOfString(plain(text), { width, align });
}

/** Begins a new page where less than so much is left of this one; returns whether it did. */
export function makeRoom({ doc }: Pen, height: number): boolean {
  if (doc.y + height <= doc.page.height - doc.page.margins.bottom) return false;
  doc.addPage();
  return true;
}

export function rule({ doc }: Pen, x: number, y: number, width: number, weight = 0.7): void {
  doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(weight)
    .strokeColor('#000')
    .stroke();
}
