import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { extractText, getDocumentProxy } from 'unpdf';

/** What a reader of PDF finds written in it. */
export async function textOf(pdf: Buffer): Promise<string> {
  const read = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return read.text.replace(/\s+/g, ' ');
}

export async function pageTextsOf(pdf: Buffer): Promise<string[]> {
  return (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })).text;
}

export const pagesOf = async (pdf: Buffer): Promise<number> =>
  (await getDocumentProxy(new Uint8Array(pdf))).numPages;

/** What the first QR code drawn in it says: the squares of the page's path, painted and read as a telephone would. */
export function qrOf(pdf: Buffer): string | null {
  const squares = drawn(pdf).find((rects) => rects.length > 100);
  if (!squares) return null;
  const side = Math.min(...squares.map(({ width }) => width));
  const [left, top] = [Math.min(...squares.map(({ x }) => x)), Math.min(...squares.map(({ y }) => y))];
  const cell = 4;
  const quiet = 4;
  const size = (Math.round((Math.max(...squares.map(({ x }) => x)) - left) / side) + 1 + 2 * quiet) * cell;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const { x, y } of squares)
    for (let dot = 0; dot < cell * cell; dot++) {
      const column = (Math.round((x - left) / side) + quiet) * cell + (dot % cell);
      const row = (Math.round((y - top) / side) + quiet) * cell + Math.floor(dot / cell);
      pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
    }
  return jsQR(pixels, size, size)?.data ?? null;
}

type Rect = { x: number; y: number; width: number };

function drawn(pdf: Buffer): Rect[][] {
  const found: Rect[][] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const content = inflated(pdf.subarray(at + 7, pdf.indexOf('\nendstream', at)));
    // Squares alone: what else is drawn on the page, such as the cells of a table, is none of the code.
    const rects = [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) \3 re$/gm)];
    found.push(rects.map(([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) })));
  }
  return found;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
