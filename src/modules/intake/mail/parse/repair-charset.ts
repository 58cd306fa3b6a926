import iconv from 'iconv-lite';
import { vietnameseShare } from '../rules/vietnamese.ts';

const disguised = ['utf8', 'tcvn', 'viscii', 'windows-1258'] as const;
type Repair = (text: string) => string;

/**
 * Letters from old machines say ISO-8859-1 and hold TCVN3, VISCII or UTF-8: "MÊt ®iÖn" is "Mất điện". Repaired only where
 * what comes out is Vietnamese nearly word by word and what stood there was not; otherwise the text stays as it was declared.
 */
export function findRepair(text: string): Repair {
  const before = vietnameseShare(text);
  if (before.words < 2 || before.share > 0.6) return (same) => same;
  const tried = disguised.map((charset) => {
    const repair = repairBy(charset);
    return { repair, ...vietnameseShare(repair(text)) };
  });
  const best = tried.reduce((top, next) => (next.share > top.share ? next : top));
  const sure = best.share >= 0.85 && best.share - before.share >= 0.3 && best.words >= 2;
  return sure ? best.repair : (same) => same;
}

const repairBy =
  (charset: (typeof disguised)[number]): Repair =>
  (text) => {
    const bytes = bytesOf(text);
    const decoded = bytes ? iconv.decode(bytes, charset) : text;
    return decoded.includes('\ufffd') ? text : decoded.normalize('NFC');
  };

/** The bytes that a text was read from as Latin-1, or as the Windows form of it; null where it was neither. */
function bytesOf(text: string): Buffer | null {
  const wide = [...text].some((sign) => sign > '\u00ff');
  if (!wide) return Buffer.from(text, 'latin1');
  const bytes = iconv.encode(text, 'windows-1252');
  return iconv.decode(bytes, 'windows-1252') === text ? bytes : null;
}

/** The letter as if it had declared Latin-1 where it says UTF-8, ASCII or nothing: no byte of it is lost in reading then. */
export function asLatin1(raw: Uint8Array): Buffer {
  const text = Buffer.from(raw).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const declared = text
    .replace(/charset\s*=\s*"?(utf-?8|us-ascii|ascii|unknown-8bit)"?/gi, 'charset=iso-8859-1')
    .replace(
      /^(content-type:[ \t]*text\/(?:plain|html))[ \t]*(?=\r?\n(?![ \t]))/gim,
      '$1; charset=iso-8859-1',
    );
  const none = !/^content-type\s*:/im.test(text.slice(0, end));
  return Buffer.from(
    none ? `Content-Type: text/plain; charset=iso-8859-1\r\n${declared}` : declared,
    'latin1',
  );
}
