import { createHash, type webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

export type SigningKey = {
  certificate: pkijs.Certificate;
  chain: pkijs.Certificate[];
  privateKey: webcrypto.CryptoKey;
};

const oid = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

export const asBytes = (buffer: Uint8Array): ArrayBuffer => Uint8Array.from(buffer).buffer;
const sha256 = (bytes: Uint8Array | ArrayBuffer): ArrayBuffer =>
  asBytes(
    createHash('sha256')
      .update(Buffer.from(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes))
      .digest(),
  );
const derOf = (certificate: pkijs.Certificate): ArrayBuffer => certificate.toSchema().toBER();

/** The certificate's sha256, as people compare it. */
export const fingerprintOf = (certificate: pkijs.Certificate): string =>
  Buffer.from(sha256(derOf(certificate))).toString('hex');

/**
 * A CAdES signature (CMS with the ESS signing-certificate-v2 attribute) of the bytes, which it does not contain. No
 * signing-time attribute: the baseline profile of PAdES (ETSI EN 319 142-1) takes the time from the dictionary of the PDF.
 */
export async function signCms(content: Uint8Array, key: SigningKey): Promise<Buffer> {
  const { certificate } = key;
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({
      type: 0,
      attributes: attributesFor(content, certificate),
    }),
  });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    signerInfos: [signer],
    certificates: [certificate, ...key.chain],
  });
  await signed.sign(key.privateKey, 0, 'SHA-256', asBytes(content));
  const message = new pkijs.ContentInfo({
    contentType: pkijs.ContentInfo.SIGNED_DATA,
    content: signed.toSchema(true),
  });
  return Buffer.from(message.toSchema().toBER());
}

/** In the order that DER gives to a set: shorter first. */
function attributesFor(content: Uint8Array, certificate: pkijs.Certificate): pkijs.Attribute[] {
  const certified = new asn1js.OctetString({ valueHex: sha256(derOf(certificate)) });
  return [
    new pkijs.Attribute({
      type: oid.contentType,
      values: [new asn1js.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })],
    }),
    new pkijs.Attribute({
      type: oid.messageDigest,
      values: [new asn1js.OctetString({ valueHex: sha256(content) })],
    }),
    new pkijs.Attribute({
      type: oid.signingCertificateV2,
      values: [inSequence(inSequence(inSequence(certified)))],
    }),
  ];
}

const inSequence = (inside: asn1js.BaseBlock) => new asn1js.Sequence({ value: [inside] });

export type CmsCheck = { holds: boolean; certificate: pkijs.Certificate | null };

/** Whether the signature is one of these bytes by the certificate inside it. Whose certificate it is, and whether it is trusted, is the caller's to ask. */
export async function checkCms(message: Uint8Array, content: Uint8Array): Promise<CmsCheck> {
  try {
    const info = pkijs.ContentInfo.fromBER(asBytes(message));
    const signed = new pkijs.SignedData({ schema: info.content });
    const certificate = signed.certificates?.find((each) => each instanceof pkijs.Certificate) ?? null;
    const holds =
      certificate !== null &&
      namesItsCertificate(signed, certificate) &&
      (await signed.verify({ signer: 0, data: asBytes(content), checkChain: false }));
    return { holds, certificate };
  } catch {
    return { holds: false, certificate: null }; // what cannot be read proves nothing
  }
}

/** The signed attribute that ties the signature to one certificate: another with the same key is not taken for it. */
function namesItsCertificate(signed: pkijs.SignedData, certificate: pkijs.Certificate): boolean {
  const attribute = signed.signerInfos[0]?.signedAttrs?.attributes.find(
    ({ type }) => type === oid.signingCertificateV2,
  );
  const value: unknown = attribute?.values[0];
  if (!(value instanceof asn1js.Sequence)) return false;
  return Buffer.from(value.toBER()).includes(Buffer.from(sha256(derOf(certificate))));
}
