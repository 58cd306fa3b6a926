export const groupings = ['day', 'hour', 'line'] as const;
export type Grouping = (typeof groupings)[number];
/** How a call went, as db/views/call_results.sql says it. */
export const callResults = ['in_time', 'late', 'abandoned', 'unknown', 'open'] as const;
export type CallResult = (typeof callResults)[number];

export type Counts = { in_time: number; late: number; abandoned: number };

/** Of a hundred calls whose wait is known or that were abandoned, how many were taken in time; null where there was none. One decimal, cut off: a standard is not met by rounding. */
export function shareInTime({ in_time, late, abandoned }: Counts): number | null {
  const all = in_time + late + abandoned;
  return all === 0 ? null : Math.floor((in_time * 1000) / all) / 10;
}

/** "Over 80 %" is more than 80 %, by the counts themselves. */
export const meetsStandard = ({ in_time, late, abandoned }: Counts, standard: number): boolean =>
  in_time * 100 > standard * (in_time + late + abandoned);
