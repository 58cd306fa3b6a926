import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const tagLength = 16;
const nonceLength = 12;

export type Sealer = {
  seal(of: string, secret: string): string;
  /** Throws where it was sealed with another key, or of something else. */
  open(of: string, sealed: string): string;
};

/**
 * Seals secrets that the database keeps, with a key derived from the installation's own for one use, bound to what they are
 * of (an endpoint, a key): a copied row opens nothing.
 */
export function sealerFor(use: string, installationSecret: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', use, 32));
  return {
    seal(of, secret) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(of, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const [nonce, tag] = [
        bytes.subarray(0, nonceLength),
        bytes.subarray(nonceLength, nonceLength + tagLength),
      ];
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(of)).setAuthTag(tag);
      const opened = [decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    },
  };
}
