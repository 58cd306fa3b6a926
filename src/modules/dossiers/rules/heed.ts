import { mayFollow, mayReopen, type Status } from './status.ts';

/** What a status told by the portal asks of us. `note`: it is the desk's to say, and is written down. */
export type Heed =
  | { do: 'nothing' }
  | { do: 'withdraw' }
  | { do: 'hand_over' }
  | { do: 'note' }
  | { do: 'conflict'; why: 'cannot_follow' | 'not_theirs' };

/** What the portal may bring about by itself: that the desk took it, fees asked and paid, a withdrawal, a result handed over. */
export function heed(ours: Status, theirs: Status): Heed {
  if (theirs === ours) return { do: 'nothing' };
  if (!mayFollow(ours, theirs)) return { do: 'conflict', why: 'cannot_follow' };
  if (theirs === 7) return { do: 'withdraw' };
  if (theirs === 10) return { do: 'hand_over' };
  const notes =
    (ours === 1 && theirs === 2) || theirs === 6 || (ours === 6 && (theirs === 4 || theirs === 2));
  return notes ? { do: 'note' } : { do: 'conflict', why: 'not_theirs' };
}

/** The act by which a person can make ours what the portal says; null where no act leads there from here. */
export function actTowards(
  ours: Status,
  theirs: Status,
): 'withdraw' | 'close' | 'decline' | 'reopen' | 'follow_portal' | 'give' | null {
  if (theirs === 4 && mayReopen(ours, theirs)) return 'reopen';
  if (!mayFollow(ours, theirs)) return null;
  if (theirs === 7) return 'withdraw';
  if (theirs === 10) return 'close';
  if (theirs === 3 || theirs === 8) return 'decline';
  // The portal has what was asked for.
  if (ours === 5 && theirs === 4) return 'give';
  return theirs === 2 || theirs === 6 || (theirs === 4 && ours === 6) ? 'follow_portal' : null;
}
