import { createHash } from 'node:crypto';
import type { Sent } from './read-sent.ts';

/** How long an identical notice from the same key is the same notice: a client that heard nothing tries again within it. */
export const sameNoticeWithin = 60_000;

/** The request id of what a client named itself (`Idempotency-Key`). Another key's same name is another request. */
export const namedRequestId = (keyId: string, name: string): string => uuidOf(['named', keyId, name]);

/**
 * The request ids of a notice that its client did not name: of this minute, and of the one before, under which it may have
 * been filed a moment ago. All that was sent counts, so that two notices are one only where nothing tells them apart.
 */
export function unnamedRequestIds(keyId: string, sent: Sent, now: Date): { now: string; before: string } {
  const told = [...sent]
    .filter(([name]) => name !== 'api_key')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const minute = Math.floor(now.getTime() / sameNoticeWithin);
  const idIn = (bucket: number) => uuidOf(['sent', keyId, String(bucket), JSON.stringify(told)]);
  return { now: idIn(minute), before: idIn(minute - 1) };
}

/** A UUID of version 8 (RFC 9562): its bits come from a hash. */
function uuidOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
