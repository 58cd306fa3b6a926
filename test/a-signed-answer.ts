import { makeSelfSigned, openKey, renderPdf, signPdf } from '#platform/pdf/index.ts';

const at = new Date('2026-03-02T02:00:00Z');

/** For tests: the document of a State body as PDF; with a name it carries a digital signature of that name. */
export async function anAnswer(signer?: string): Promise<Buffer<ArrayBuffer>> {
  const pdf = await renderPdf({
    ...{ size: 'A4', language: 'vi', title: 'Văn bản trả lời', footer: 'x', author: 'x', made: at },
    letterhead: { left: ['SỞ VÍ DỤ'], right: ['x'] },
    blocks: [{ kind: 'paragraph', text: 'Chấp thuận vị trí.' }],
    ...(signer ? { signature: { signer, reason: 'Ký văn bản', place: 'Ví Dụ', at } } : {}),
  });
  if (!signer) return Buffer.from(pdf);
  const key = await makeSelfSigned({ name: signer, from: at, until: new Date('2030-01-01T00:00:00Z') });
  return Buffer.from(await signPdf(pdf, await openKey(key)));
}

/** For tests: one byte of what was signed is another. */
export function tampered(pdf: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const changed = Buffer.from(pdf);
  const place = changed.indexOf('/Producer') + 12;
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
}
