import { createHash } from 'node:crypto';
import type { DossierRow } from '../queries.ts';

/**
 * What the code of a paper carries: one hash over the event it tells of, which paper it is, and what it promises. The event's own
 * hash is printed nowhere, so that nobody makes the code of another paper, or of another day, from one that was given.
 */
export const sealOf = (
  { code, appointment_at }: Pick<DossierRow, 'code' | 'appointment_at'>,
  kind: string,
  eventHash: string,
): string =>
  createHash('sha256')
    .update([code, kind, eventHash, appointment_at?.toISOString() ?? ''].join('\n'))
    .digest('hex');
