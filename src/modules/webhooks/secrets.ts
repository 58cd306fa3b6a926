import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const tagLength = 16;
const nonceLength = 12;

/** A signing secret as the specification writes it, with 256 random bits. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export type Sealer = {
  seal(of: string, secret: string): string;
  /** Throws where it was sealed with another key, or of something else. */
  open(of: string, sealed: string): string;
};

/** Seals signing secrets with a key derived from the installation's own, bound to what they are of (an endpoint, a request): a copied row opens nothing. */
export function sealerFrom(installationSecret: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'motcua webhook secrets', 32));
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

/** The headers of one try. While a secret is being changed both sign, and the receiver may know either. */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
