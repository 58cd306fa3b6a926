/** Seconds before the next try; the last one holds for all later tries. A portal comes back within a night, or after days. */
const delays = [30, 120, 600, 1_800, 3_600, 7_200, 14_400] as const;
const steady = 14_400;
/** More than seven days of tries: a portal that is away from Thursday to the Wednesday after loses nothing. */
const most = 50;

type Answered = { status: number | null; retryAfter: number | null };
export type Verdict =
  | { state: 'delivered' | 'refused' | 'dead'; nextTryAt: null }
  | { state: 'waiting'; nextTryAt: Date };

/**
 * What follows from a try. 409 and 422 say that the portal has understood and will not have it: a person looks at it. All else
 * (no answer, a fault of theirs, a key being changed) is tried again.
 */
export function afterTry(
  { status, retryAfter }: Answered,
  { tries, now }: { tries: number; now: Date },
): Verdict {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered', nextTryAt: null };
  if (status === 409 || status === 422) return { state: 'refused', nextTryAt: null };
  if (tries >= most) return { state: 'dead', nextTryAt: null };
  const seconds = Math.max(delays[tries - 1] ?? steady, Math.min(retryAfter ?? 0, 86_400));
  return { state: 'waiting', nextTryAt: new Date(now.getTime() + seconds * 1000) };
}
