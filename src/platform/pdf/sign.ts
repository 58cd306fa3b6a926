import { Signer, SignPdf } from '@signpdf/signpdf';
import { checkCms, fingerprintOf, type SigningKey, signCms } from './cms.ts';

class WithKey extends Signer {
  readonly key: SigningKey;

  constructor(key: SigningKey) {
    super();
    this.key = key;
  }

  override sign(content: Buffer): Promise<Buffer> {
    return signCms(content, this.key);
  }
}

/** Fills the room that `signature` of the description left: every byte of the file but the signature's own is covered. */
export const signPdf = (pdf: Buffer, key: SigningKey): Promise<Buffer> =>
  new SignPdf().sign(pdf, new WithKey(key));

export type SignatureCheck =
  /** `none`: no signature in it. `broken`: there is one, and it does not cover these bytes as they are. */
  { state: 'none' } | { state: 'broken' } | { state: 'holds'; fingerprint: string };

/** Whether the signature inside covers the whole file, byte for byte, and is right. Asks nobody whether the certificate is trusted. */
export async function checkSignedPdf(pdf: Buffer): Promise<SignatureCheck> {
  const at = pdf.lastIndexOf('/ByteRange');
  if (at < 0) return { state: 'none' };
  const range = /^\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.subarray(at, at + 80).toString('latin1'));
  const [start, before, after, rest] = (range ?? []).slice(1).map(Number);
  if (start !== 0 || !before || !after || !rest || after + rest !== pdf.length) return { state: 'broken' };
  const message = messageIn(pdf.subarray(before, after).toString('latin1'));
  if (!message) return { state: 'broken' };
  const covered = Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]);
  const { holds, certificate } = await checkCms(message, covered);
  return holds && certificate
    ? { state: 'holds', fingerprint: fingerprintOf(certificate) }
    : { state: 'broken' };
}

/** What the signature's own place holds: one message, then nothing but zeros. Nobody can hide a word behind it. */
function messageIn(place: string): Buffer | null {
  if (!/^<(?:[0-9a-f]{2})+>$/.test(place)) return null;
  const bytes = Buffer.from(place.slice(1, -1), 'hex');
  const length = lengthOfDer(bytes);
  if (length === null || bytes.subarray(length).some((byte) => byte !== 0)) return null;
  return bytes.subarray(0, length);
}

/** A message of this kind is longer than 127 bytes: its length stands in the bytes after the second. */
function lengthOfDer(bytes: Buffer): number | null {
  const [tag, form] = bytes;
  const digits = (form ?? 0) & 0x7f;
  if (tag !== 0x30 || !form || form < 0x81 || digits > 3) return null;
  const length = 2 + digits + bytes.readUIntBE(2, digits);
  return length <= bytes.length ? length : null;
}
