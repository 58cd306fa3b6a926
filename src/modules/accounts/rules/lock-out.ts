const minutes = 60_000;
export const mostFailures = 5;
export const lockMinutes = 15;

export type Failures = { failures: number; lastAt: Date; lockedUntil: Date | null };

/** Until when nobody may try, or null. */
export const lockedUntil = (found: Failures | undefined, now: Date): Date | null =>
  found?.lockedUntil && found.lockedUntil > now ? found.lockedUntil : null;

/** One more try, counted as failed until it succeeds, so that tries at the same moment do not escape the count. */
export function countTry(found: Failures | undefined, now: Date): Failures {
  const stale =
    !found || found.lockedUntil !== null || now.getTime() - found.lastAt.getTime() > lockMinutes * minutes;
  const failures = stale ? 1 : found.failures + 1;
  const locks = failures >= mostFailures;
  return {
    failures,
    lastAt: now,
    lockedUntil: locks ? new Date(now.getTime() + lockMinutes * minutes) : null,
  };
}
