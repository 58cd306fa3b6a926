export const verdicts = { dung: true, tre: false, chua: null } as const;
export type VerdictSlug = keyof typeof verdicts;
type Judged = { onTime: boolean | null };
/** `percent`: of those judged, rounded down, so that a hundred means that none was late; null where none was judged. */
export type OnTimeShare = { onTime: number; late: number; unknown: number; percent: string | null };

export function shareOf(rows: readonly Judged[]): OnTimeShare {
  const count = (which: boolean | null) => rows.filter(({ onTime }) => onTime === which).length;
  const [onTime, late, unknown] = [count(true), count(false), count(null)];
  const judged = onTime + late;
  const tenths = judged === 0 ? null : Math.floor((onTime * 1000) / judged);
  return { onTime, late, unknown, percent: tenths === null ? null : `${tenths / 10}` };
}

const dayMs = 86_400_000;

/** The midnight that ends the last day of a period; of one that still lasts, now. */
export const endOfPeriod = (to: string, now: Date): Date =>
  new Date(Math.min(Date.parse(`${to}T00:00:00+07:00`) + dayMs, now.getTime()));
