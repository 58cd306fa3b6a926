import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { asBytes, derOf, fingerprintOf, type SigningKey } from './cms.ts';

const { subtle } = webcrypto;
/** A key and its certificate as they are kept: text in PEM; the certificate of the key first, then its chain. */
export type KeyPair = { certificate: string; privateKey: string };
export type AboutKey = {
  subject: string;
  issuer: string;
  /** By the whole names: two may have the same common name. */
  selfSigned: boolean;
  fingerprint: string;
  from: Date;
  until: Date;
};

const curve = { name: 'ECDSA', namedCurve: 'P-256' };

/** A certificate that nobody vouches for but itself: enough to see a change, not to prove to a stranger who signed. */
export async function makeSelfSigned(who: { name: string; from: Date; until: Date }): Promise<KeyPair> {
  const pair = await subtle.generateKey(curve, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate({ version: 2 });
  const serial = webcrypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40; // positive, and of full length
  certificate.serialNumber = new asn1js.Integer({ valueHex: asBytes(serial) });
  for (const names of [certificate.subject, certificate.issuer])
    names.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({
        type: '2.5.4.3', // common name
        value: new asn1js.Utf8String({ value: who.name.normalize('NFC') }),
      }),
    );
  certificate.notBefore.value = who.from;
  certificate.notAfter.value = who.until;
  certificate.extensions = [onlyToSign()];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  await certificate.sign(pair.privateKey, 'SHA-256');
  return {
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER()),
    privateKey: pem('PRIVATE KEY', await subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

/** Key usage: digital signature and non-repudiation. */
const onlyToSign = () =>
  new pkijs.Extension({
    extnID: '2.5.29.15',
    critical: true,
    extnValue: new asn1js.BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 }).toBER(),
  });

export const pem = (label: string, der: ArrayBuffer): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
};

const certificatesIn = (text: string): X509Certificate[] =>
  (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (one) => new X509Certificate(one),
  );

/** Throws where the text holds no key and certificate that belong together. */
export async function openKey({ certificate, privateKey }: KeyPair): Promise<SigningKey> {
  const [own, ...chain] = certificatesIn(certificate);
  const key = createPrivateKey(privateKey);
  if (!own?.checkPrivateKey(key)) throw new Error('the private key is not the one of the certificate');
  const pkcs8 = asBytes(key.export({ format: 'der', type: 'pkcs8' }));
  const algorithm =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: curveOf(key.asymmetricKeyDetails?.namedCurve) }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return {
    certificate: pkijs.Certificate.fromBER(asBytes(own.raw)),
    chain: chain.map(({ raw }) => pkijs.Certificate.fromBER(asBytes(raw))),
    privateKey: await subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
  };
}

const curveOf = (name: string | undefined) => (name === 'secp384r1' ? 'P-384' : 'P-256');

export function readCertificate(text: string): AboutKey {
  const [own] = certificatesIn(text);
  if (!own) throw new Error('no certificate in the text');
  return {
    subject: commonName(own.subject),
    issuer: commonName(own.issuer),
    selfSigned: own.subject === own.issuer,
    fingerprint: fingerprintOf(pkijs.Certificate.fromBER(asBytes(own.raw))),
    from: new Date(own.validFrom),
    until: new Date(own.validTo),
  };
}

/** What a person calls it: the common name, else the whole of it. */
const commonName = (name: string): string => /(?:^|\n)CN=([^\n]+)/.exec(name)?.[1] ?? name;

/** Of a certificate that came inside a message. */
export const nameOf = (certificate: pkijs.Certificate): string =>
  commonName(new X509Certificate(new Uint8Array(derOf(certificate))).subject);
