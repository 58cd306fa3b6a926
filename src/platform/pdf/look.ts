import { type CmsLook, lookAtCms } from './cms.ts';
import { nameOf } from './keys.ts';

export type SignaturesSeen =
  /**
   * `broken`: a byte that a signature covers is not the one that was signed. `unread`: there is a signature, and nobody can say
   * here that it holds over the whole file: of a kind not known here, or with bytes added after it.
   */
  | { state: 'none' | 'broken' | 'unread' }
  /** `signers`: as their certificates call them, which nobody here vouches for. */
  | { state: 'holds'; signers: string[] };

const ranges = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;
const mostSignatures = 20;

/**
 * The signatures of a PDF that any program may have signed: a leader and then the seal of the office, each over what was there
 * before. `checkSignedPdf` is stricter, for what was signed here.
 */
export async function lookAtSignatures(pdf: Buffer): Promise<SignaturesSeen> {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(ranges)].map((range) => range.slice(1).map(Number));
  if (found.length === 0) return { state: text.includes('/ByteRange') ? 'unread' : 'none' };
  if (found.length > mostSignatures) return { state: 'unread' };
  const looks: CmsLook[] = [];
  for (const range of found) looks.push(await lookAtOne(pdf, range));
  if (looks.some(({ state }) => state === 'broken')) return { state: 'broken' };
  const whole = found.some(([, , after = 0, rest = 0]) => after + rest === pdf.length);
  const signers = new Set<string>();
  for (const look of looks) {
    if (look.state !== 'holds' || !whole) return { state: 'unread' };
    if (!look.stamp) signers.add(nameOf(look.certificate));
  }
  return signers.size > 0 ? { state: 'holds', signers: [...signers] } : { state: 'unread' };
}

async function lookAtOne(pdf: Buffer, [start, before = 0, after = 0, rest = 0]: number[]): Promise<CmsLook> {
  if (start !== 0 || before >= after || after + rest > pdf.length) return { state: 'unread' };
  const place = pdf.subarray(before, after).toString('latin1').replaceAll(/\s/g, '');
  if (!/^<(?:[0-9a-f]{2})+>$/i.test(place)) return { state: 'unread' };
  const covered = Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, after + rest)]);
  return lookAtCms(Buffer.from(place.slice(1, -1), 'hex'), covered);
}
