import * as pkijs from 'pkijs';
import { asBytes } from './cms.ts';
import { type KeyPair, pem } from './keys.ts';

/**
 * A key and its certificates from the file of a certificate authority. Files sealed with AES (as OpenSSL 3 and Windows since
 * 2019 write them) are read; the old RC2 and triple DES are not, and throw: `openssl pkcs12 -legacy` turns one into the other.
 */
export async function openPkcs12(file: Buffer, password: string): Promise<KeyPair> {
  const secret = asBytes(Buffer.from(password, 'utf8'));
  const pfx = pkijs.PFX.fromBER(asBytes(file));
  await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new Error('no contents');
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) });
  const contents: { value: pkijs.SafeContents }[] = safe.parsedValue.safeContents;
  const certificates: pkijs.Certificate[] = [];
  let key: pkijs.PrivateKeyInfo | undefined;
  for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
    if (bagValue instanceof pkijs.PKCS8ShroudedKeyBag) {
      await Reflect.apply(Reflect.get(bagValue, 'parseInternalValues'), bagValue, [{ password: secret }]);
      key = bagValue.parsedValue;
    }
    if (bagValue instanceof pkijs.CertBag && bagValue.parsedValue instanceof pkijs.Certificate)
      certificates.push(bagValue.parsedValue);
  }
  if (!key) throw new Error('no private key');
  const privateKey = pem('PRIVATE KEY', key.toSchema().toBER());
  return { privateKey, certificate: ownFirst(certificates) };
}

/** The certificate that no other one here was issued by stands at the end of the chain: the key's own. */
function ownFirst(certificates: pkijs.Certificate[]): string {
  const isIssuer = (one: pkijs.Certificate) =>
    certificates.some((other) => other !== one && other.issuer.isEqual(one.subject));
  return certificates
    .toSorted((a, b) => Number(isIssuer(a)) - Number(isIssuer(b)))
    .map((one) => pem('CERTIFICATE', one.toSchema().toBER()))
    .join('');
}
