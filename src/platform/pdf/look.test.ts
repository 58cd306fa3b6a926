import { createHash } from 'node:crypto';
import { Signer, SignPdf } from '@signpdf/signpdf';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { beforeAll, expect, test } from 'vitest';
import { anAnswer, tampered } from '#test/a-signed-answer.ts';
import { asBytes } from './cms.ts';
import { lookAtSignatures, makeSelfSigned, openKey, renderPdf } from './index.ts';

let signed: Buffer<ArrayBuffer>;
beforeAll(async () => {
  signed = await anAnswer('Sở Xây dựng Ví Dụ');
});

test('who signed is said as the certificate calls them', async () => {
  expect(await lookAtSignatures(signed)).toEqual({ state: 'holds', signers: ['Sở Xây dựng Ví Dụ'] });
  expect(await lookAtSignatures(await anAnswer())).toEqual({ state: 'none' });
});

test('a changed byte is found; what was added after the signature is not taken for signed', async () => {
  expect(await lookAtSignatures(tampered(signed))).toEqual({ state: 'broken' });
  const longer = Buffer.concat([signed, Buffer.from('\n1 0 obj <<>> endobj\n%%EOF\n')]);
  expect(await lookAtSignatures(longer)).toEqual({ state: 'unread' });
});

test('no changed byte of the document leaves it holding', async () => {
  for (let place = 0; place < signed.length; place += 97) {
    const changed = Buffer.from(signed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    if (!isRoom(place))
      expect([place, (await lookAtSignatures(changed)).state]).not.toEqual([place, 'holds']);
  }
});

/** The place of the signature itself, which it cannot cover. */
const isRoom = (place: number) => {
  const range = /\/ByteRange \[0 (\d+) (\d+)/.exec(signed.toString('latin1'));
  return place >= Number(range?.[1]) && place < Number(range?.[2]);
};

/** As most programs sign: adbe.pkcs7.detached, which names its certificate nowhere, in capital letters, the chain in any order. */
class AsOthersDo extends Signer {
  override async sign(content: Buffer): Promise<Buffer> {
    const dates = { from: new Date('2020-01-01'), until: new Date('2030-01-01') };
    const [own, other] = await Promise.all(
      ['Nguyễn Văn Giám', 'Nơi cấp'].map(async (name) => openKey(await makeSelfSigned({ name, ...dates }))),
    );
    if (!own || !other) throw new Error('no key');
    const { issuer, serialNumber } = own.certificate;
    const digest = asBytes(createHash('sha256').update(content).digest());
    const attributes = [
      { type: '1.2.840.113549.1.9.3', value: new asn1js.ObjectIdentifier({ value: pkijs.ContentInfo.DATA }) },
      { type: '1.2.840.113549.1.9.4', value: new asn1js.OctetString({ valueHex: digest }) },
    ].map(({ type, value }) => new pkijs.Attribute({ type, values: [value] }));
    const signedData = new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
        }),
      ],
      certificates: [other.certificate, own.certificate],
    });
    await signedData.sign(own.privateKey, 0, 'SHA-256', asBytes(content));
    const { SIGNED_DATA: contentType } = pkijs.ContentInfo;
    const message = new pkijs.ContentInfo({ contentType, content: signedData.toSchema(true) });
    return Buffer.from(message.toSchema().toBER());
  }
}

test('what another program signed is read as well, and its change is found', async () => {
  const at = new Date('2026-03-02T02:00:00Z');
  const pdf = await renderPdf({
    ...{ size: 'A4', language: 'vi', title: 'Giấy phép', footer: 'x', author: 'x', made: at, blocks: [] },
    letterhead: { left: ['SỞ VÍ DỤ'], right: ['x'] },
    signature: { signer: 'x', reason: 'x', place: 'x', at },
  });
  const theirs = Buffer.from(await new SignPdf().sign(pdf, new AsOthersDo()));
  const inCapitals = Buffer.from(
    theirs.toString('latin1').replace(/<[0-9a-f]{600,}>/, (hex) => hex.toUpperCase()),
    'latin1',
  );
  expect(await lookAtSignatures(inCapitals)).toEqual({ state: 'holds', signers: ['Nguyễn Văn Giám'] });
  expect(await lookAtSignatures(tampered(inCapitals))).toEqual({ state: 'broken' });
});
