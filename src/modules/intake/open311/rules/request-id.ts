import { uuidFrom } from '#platform/uuid-from.ts';
import type { Sent } from './read-sent.ts';

/** How long an identical notice from the same key is the same notice: a client that heard nothing tries again within it. */
export const sameNoticeWithin = 60_000;

/** The request id of what a client named itself (`Idempotency-Key`). Another key's same name is another request. */
export const namedRequestId = (keyId: string, name: string): string =>
  uuidFrom(JSON.stringify(['named', keyId, name]));

/**
 * The request ids of a notice that its client did not name: of this minute, and of the one before, under which it may have
 * been filed a moment ago. All that was sent counts, so that two notices are one only where nothing tells them apart.
 */
export function unnamedRequestIds(keyId: string, sent: Sent, now: Date): { now: string; before: string } {
  const told = [...sent]
    .filter(([name]) => name !== 'api_key')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const minute = Math.floor(now.getTime() / sameNoticeWithin);
  const idIn = (bucket: number) =>
    uuidFrom(JSON.stringify(['sent', keyId, String(bucket), JSON.stringify(told)]));
  return { now: idIn(minute), before: idIn(minute - 1) };
}
