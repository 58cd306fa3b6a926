/** Seconds from one try to the next, as Standard Webhooks recommends it: ten tries within a little over three days. */
export const delays = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Retries spread by up to a tenth, so that a receiver that comes back is not met by all of them at once. */
const spread = 0.1;
const longestAskedFor = 86_400;

type Asked = { tries: number; now: Date; retryAfter: number | null; chance: number };

/** When to try again after so many failed tries; null: no more. A receiver that asks for more patience (Retry-After) gets it, up to a day. */
export function nextTry({ tries, now, retryAfter, chance }: Asked): Date | null {
  const delay = delays[tries];
  if (delay === undefined) return null;
  const asked = Math.min(retryAfter ?? 0, longestAskedFor);
  const seconds = Math.max(delay * (1 + spread * chance), asked);
  return new Date(now.getTime() + Math.round(seconds * 1000));
}
