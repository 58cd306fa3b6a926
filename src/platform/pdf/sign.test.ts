import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  checkSignedPdf,
  makeSelfSigned,
  nationalMotto,
  openKey,
  type PdfPage,
  readCertificate,
  renderPdf,
  signPdf,
} from './index.ts';

const made = new Date('2018-03-05T02:00:00Z');
const page: PdfPage = {
  size: 'A5',
  language: 'vi',
  title: 'Biên bản',
  letterhead: { left: ['ĐIỆN LỰC VÍ DỤ'], right: nationalMotto },
  blocks: [{ kind: 'paragraph', text: 'Hai bên thống nhất.' }],
  footer: 'Điện lực Ví Dụ',
  author: 'Điện lực Ví Dụ',
  made,
  signature: { signer: 'Điện lực Ví Dụ', reason: 'Ký biên bản', place: 'Ví Dụ', at: made },
};
const aKey = (name = 'Điện lực Ví Dụ') =>
  makeSelfSigned({
    name,
    from: new Date('2018-01-01T00:00:00Z'),
    until: new Date('2028-01-01T00:00:00Z'),
  });
let key: Awaited<ReturnType<typeof aKey>>;
let signed: Buffer;
beforeAll(async () => {
  key = await aKey();
  signed = await signPdf(await renderPdf(page), await openKey(key));
});

test('a certificate says whose it is and until when', () => {
  const about = readCertificate(key.certificate);
  expect(about).toMatchObject({ subject: 'Điện lực Ví Dụ', until: new Date('2028-01-01T00:00:00Z') });
  expect(about.fingerprint).toMatch(/^[0-9a-f]{64}$/);
});

test('a key of another certificate is not taken', async () => {
  const other = await aKey('Khác');
  await expect(openKey({ certificate: other.certificate, privateKey: key.privateKey })).rejects.toThrow(
    /not the one/,
  );
});

describe('a signed file', () => {
  test('holds, by the certificate that signed it', async () => {
    const { fingerprint } = readCertificate(key.certificate);
    expect(await checkSignedPdf(signed)).toEqual({ state: 'holds', fingerprint });
  });

  test('names the kind of signature and its time', () => {
    const text = signed.toString('latin1');
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(text).toContain('/M (D:20180305020000Z)');
    expect(text).toContain('/SigFlags 3');
    expect(text).not.toContain('NeedAppearances');
  });

  test('one that was never signed says so', async () => {
    expect(await checkSignedPdf(await renderPdf({ ...page, signature: undefined }))).toEqual({
      state: 'none',
    });
    expect(await checkSignedPdf(await renderPdf(page))).toEqual({ state: 'broken' });
  });

  test('any byte that the signature covers cannot change; 300 at random and each of its own range', async () => {
    const start = signed.lastIndexOf('/ByteRange');
    const places = [
      ...Array.from({ length: 300 }, () => randomInt(signed.length)),
      ...Array.from({ length: 60 }, (_, index) => start + index),
      0,
      signed.length - 1,
    ];
    const contents = signed.lastIndexOf('/Contents <');
    for (const place of places) {
      const within = place > contents + 10 && place < contents + 24_000;
      if (within) continue; // its own bytes are the next test
      const changed = Buffer.from(signed);
      changed[place] = (changed[place] ?? 0) ^ (1 << randomInt(8));
      expect((await checkSignedPdf(changed)).state, `byte ${place}`).not.toBe('holds');
    }
  });

  test('nor can anything be hidden behind it, or put after the end', async () => {
    const contents = signed.lastIndexOf('/Contents <') + 11;
    const hidden = Buffer.from(signed);
    hidden.write('41', contents + 23_000, 'latin1');
    const longer = Buffer.concat([signed, Buffer.from('\n% thêm')]);
    const shorter = signed.subarray(0, -2);
    for (const other of [hidden, longer, shorter])
      expect(await checkSignedPdf(other)).toEqual({ state: 'broken' });
  });
});
