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
  timeStamp: '1.2.840.113549.1.9.16.1.4',
};
const hashes: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

export const asBytes = (buffer: Uint8Array): ArrayBuffer => Uint8Array.from(buffer).buffer;
const sha256 = (bytes: Uint8Array | ArrayBuffer): ArrayBuffer =>
  asBytes(
    createHash('sha256')
      .update(Buffer.from(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes))
      .digest(),
  );
export const derOf = (certificate: pkijs.Certificate): ArrayBuffer => certificate.toSchema().toBER();

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
      !signed.encapContentInfo.eContent && // else it would be asked of what the message holds, and not of these bytes
      namesItsCertificate(signed, certificate) &&
      (await signed.verify({ signer: 0, data: asBytes(content), checkChain: false }));
    return { holds, certificate };
  } catch {
    return { holds: false, certificate: null }; // what cannot be read proves nothing
  }
}

/** The signed attribute that ties the signature to one certificate: another with the same key is not taken for it. */
function namesItsCertificate(signed: pkijs.SignedData, certificate: pkijs.Certificate): boolean {
  const value: unknown = saysItsCertificate(signed)?.values[0];
  if (!(value instanceof asn1js.Sequence)) return false;
  return Buffer.from(value.toBER()).includes(Buffer.from(sha256(derOf(certificate))));
}

const saysItsCertificate = ({ signerInfos }: pkijs.SignedData): pkijs.Attribute | undefined =>
  signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === oid.signingCertificateV2);

export type CmsLook =
  | { state: 'broken' | 'unread' }
  /** `stamp`: it says when the bytes were there, and signs for nobody. */
  | { state: 'holds'; certificate: pkijs.Certificate; stamp: boolean };

/** The same of a message that any program may have made. Only what is certainly not of these bytes is called broken. */
export async function lookAtCms(message: Uint8Array, content: Uint8Array): Promise<CmsLook> {
  try {
    const info = pkijs.ContentInfo.fromBER(asBytes(message));
    const signed = new pkijs.SignedData({ schema: info.content });
    const { eContent, eContentType } = signed.encapContentInfo;
    const stamp = eContentType === oid.timeStamp;
    const certificate = signerIn(signed);
    if (!certificate || signed.signerInfos.length !== 1 || (eContent && !stamp)) return { state: 'unread' };
    if (!stamp && !digestIsOf(signed, content)) return { state: 'broken' };
    if (saysItsCertificate(signed) && !namesItsCertificate(signed, certificate)) return { state: 'unread' };
    const holds = await signed.verify({ signer: 0, data: asBytes(content), checkChain: false });
    return holds ? { state: 'holds', certificate, stamp } : { state: 'broken' };
  } catch {
    return { state: 'unread' };
  }
}

/** By issuer and serial number: the certificates of a chain stand in any order. */
function signerIn({ signerInfos, certificates }: pkijs.SignedData): pkijs.Certificate | null {
  const sid: unknown = signerInfos[0]?.sid;
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return null;
  for (const each of certificates ?? [])
    if (
      each instanceof pkijs.Certificate &&
      each.issuer.isEqual(sid.issuer) &&
      each.serialNumber.isEqual(sid.serialNumber)
    )
      return each;
  return null;
}

/** Compared here: the library throws the same error for other bytes as for a kind of key that it does not know. */
function digestIsOf({ signerInfos: [signer] }: pkijs.SignedData, content: Uint8Array): boolean {
  const value: unknown = signer?.signedAttrs?.attributes.find(({ type }) => type === oid.messageDigest)
    ?.values[0];
  if (!signer?.signedAttrs) return true; // then the signature itself is over the bytes
  const hash = hashes[signer.digestAlgorithm.algorithmId];
  if (!hash || !(value instanceof asn1js.OctetString)) throw new Error('a digest of a kind not known here');
  return createHash(hash).update(content).digest().equals(Buffer.from(value.getValue()));
}
