import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { type Sealer, sealerFor } from '#platform/sealer.ts';

/** A signing secret as the specification writes it, with 256 random bits. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Seals signing secrets. */
export const sealerFrom = (installationSecret: string): Sealer =>
  sealerFor('motcua webhook secrets', installationSecret);

/** The headers of one try. While a secret is being changed both sign, and the receiver may know either. */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
