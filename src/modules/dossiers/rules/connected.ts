export type Connection = {
  active: boolean;
  /** The last message of ours that the portal took, and the last of theirs that we took. */
  lastOut: Date | null;
  lastIn: Date | null;
  /** Messages that failed for good and wait for a person. */
  dead: number;
  /** Since when the oldest message of ours waits to go, and the oldest of theirs is held and not carried out. */
  waitingSince: Date | null;
  heldSince: Date | null;
};
export type Health =
  | 'connected'
  | 'no_portal'
  | 'switched_off'
  | 'dead_messages'
  | 'never_both_ways'
  | 'stuck_out'
  | 'stuck_in'
  | 'silent_out'
  | 'silent_in';

/**
 * Whether a connection counts: a message was answered each way lately, nothing has failed for good, and nothing waits longer than
 * that either way. A portal that answers heartbeats and takes no dossier is not connected.
 */
export function judgeConnection(
  found: Connection | null,
  { now, withinHours }: { now: Date; withinHours: number },
): Health {
  if (!found) return 'no_portal';
  if (!found.active) return 'switched_off';
  if (found.dead > 0) return 'dead_messages';
  if (!found.lastOut || !found.lastIn) return 'never_both_ways';
  const since = now.getTime() - withinHours * 3_600_000;
  const tooLong = (at: Date | null) => at !== null && at.getTime() < since;
  if (tooLong(found.waitingSince)) return 'stuck_out';
  if (tooLong(found.heldSince)) return 'stuck_in';
  if (found.lastOut.getTime() < since) return 'silent_out';
  return found.lastIn.getTime() < since ? 'silent_in' : 'connected';
}
