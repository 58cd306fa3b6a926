const minute = 60_000;
/** A switchboard's clock may run ahead of ours by this; beyond it the time is a mistake. */
const mostAhead = 5 * minute;
/** What it kept while we were away may come this late. */
const mostBehind = 7 * 24 * 60 * minute;

export type Skew = 'ahead' | 'behind' | null;

/** Whether a told time lies outside what clocks and queues explain. */
export function skewOf(at: Date, now: Date): Skew {
  const ahead = at.getTime() - now.getTime();
  if (ahead > mostAhead) return 'ahead';
  return -ahead > mostBehind ? 'behind' : null;
}

/** Whether what is told may still be going on: a call told of hours later brings up nobody's screen. */
export const isFresh = (at: Date, now: Date): boolean => now.getTime() - at.getTime() < 10 * minute;
