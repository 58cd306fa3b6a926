import iconv from 'iconv-lite';
import { vietnameseShare } from '../rules/vietnamese.ts';

const disguised = ['utf8', 'tcvn', 'viscii', 'windows-1258'] as const;
type Repair = (text: string) => string;
/** Nothing to repair. */
export const asItIs: Repair = (text) => text;

/**
 * Letters from old machines say ISO-8859-1 and hold TCVN3, VISCII or UTF-8: "MÊt ®iÖn" is "Mất điện". Repaired only where
 * what comes out is Vietnamese nearly word by word and what stood there was not; otherwise the text stays as it was declared.
 */
export function findRepair(text: string): Repair {
  const before = vietnameseShare(text);
  if (before.words < 2 || before.share > 0.6) return asItIs;
  const tried = disguised.map((charset) => {
    const repair = repairBy(charset);
    return { repair, ...vietnameseShare(repair(text)) };
  });
  const best = tried.reduce((top, next) => (next.share > top.share ? next : top));
  const sure = best.share >= 0.85 && best.share - before.share >= 0.3 && best.words >= 2;
  return sure ? best.repair : asItIs;
}

const repairBy =
  (charset: (typeof disguised)[number]): Repair =>
  (text) => {
    const bytes = bytesOf(text);
    const decoded = bytes ? iconv.decode(bytes, charset) : text;
    return decoded.includes('\ufffd') ? text : decoded.normalize('NFC');
  };

/** The bytes that a text was read from: as Latin-9 (in which no byte is lost), Latin-1 or the Windows form of it; null where it was none. */
function bytesOf(text: string): Buffer | null {
  for (const charset of ['iso-8859-15', 'windows-1252']) {
    const bytes = iconv.encode(text, charset);
    if (!text.includes('\ufffd') && iconv.decode(bytes, charset) === text) return bytes;
  }
  return null;
}

const guessed = '(?:utf-?8|us-ascii|ascii|unknown-8bit|iso-8859-1|latin1|windows-1252)';

/** The letter as if it had declared Latin-9 wherever its own word cannot hold: no byte of it is lost in reading then. */
export function asLatin9(raw: Uint8Array): Buffer {
  const text = Buffer.from(raw).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const declared = text
    .replace(new RegExp(`charset\\s*=\\s*"?${guessed}"?(?![\\w-])`, 'gi'), 'charset=iso-8859-15')
    .replace(new RegExp(`=\\?${guessed}\\?(?=[bq]\\?)`, 'gi'), '=?iso-8859-15?')
    .replace(
      /^(content-type:[ \t]*text\/(?:plain|html))[ \t]*(?=\r?\n(?![ \t]))/gim,
      '$1; charset=iso-8859-15',
    );
  const none = !/^content-type\s*:/im.test(text.slice(0, end));
  return Buffer.from(
    none ? `Content-Type: text/plain; charset=iso-8859-15\r\n${declared}` : declared,
    'latin1',
  );
}

/** Where no Vietnamese comes out: what most old programs meant. */
export const asWindows = (text: string): string =>
  iconv.decode(iconv.encode(text, 'iso-8859-15'), 'windows-1252');

/** Whether most of what is more than ASCII was lost in reading: then the declared charset was not the real one. */
export function mostlyLost(text: string): boolean {
  const odd = text.match(/\P{ASCII}/gu) ?? [];
  return odd.length > 0 && odd.filter((sign) => sign === '\ufffd').length * 2 >= odd.length;
}
