const minutes = 60_000;
export const codeLives = 10 * minutes;
export const mostTries = 5;
export const waitAfterTries = 15 * minutes;
export const mostSendsAnHour = 5;

export type CodeState = {
  /** false: none was asked for, or it has been used. */
  hasCode: boolean;
  expiresAt: Date;
  tries: number;
  lastTryAt: Date | null;
  lockedUntil: Date | null;
};
export type Verdict =
  | { outcome: 'right' }
  | { outcome: 'none_asked' | 'expired' }
  | { outcome: 'wrong'; tries: number; left: number }
  | { outcome: 'too_many'; tries: number; until: Date };

export const lockedAt = (state: CodeState | undefined, now: Date): Date | null =>
  state?.lockedUntil && state.lockedUntil > now ? state.lockedUntil : null;

/** What one try at a code comes to. The fifth wrong one locks; wrong tries of a quarter of an hour ago are forgotten. */
export function judgeTry(state: CodeState | undefined, matches: boolean, now: Date): Verdict {
  const locked = lockedAt(state, now);
  if (state && locked) return { outcome: 'too_many', tries: state.tries, until: locked };
  if (!state?.hasCode) return { outcome: 'none_asked' };
  if (state.expiresAt <= now) return { outcome: 'expired' };
  if (matches) return { outcome: 'right' };
  const tries = triesSoFar(state, now) + 1;
  if (tries < mostTries) return { outcome: 'wrong', tries, left: mostTries - tries };
  return { outcome: 'too_many', tries, until: new Date(now.getTime() + waitAfterTries) };
}

function triesSoFar({ lastTryAt, lockedUntil, tries }: CodeState, now: Date): number {
  const old = lastTryAt === null || now.getTime() - lastTryAt.getTime() > waitAfterTries;
  return old || lockedUntil !== null ? 0 : tries;
}

/** When the contact may be sent another code; null: now. `sends` are those of the last hour, oldest first. */
export function mayAskAgainAt(sends: readonly Date[], now: Date): Date | null {
  const recent = sends.filter((at) => now.getTime() - at.getTime() < 60 * minutes);
  const oldest = recent.at(-mostSendsAnHour);
  return oldest ? new Date(oldest.getTime() + 60 * minutes) : null;
}
