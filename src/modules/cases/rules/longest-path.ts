type Timed = { code: string; days: number; after: readonly string[] | null };

/** How many working days the steps take one after the other along the longest way; steps side by side count once. */
export function longestPath(steps: readonly Timed[]): number {
  const ends = new Map<string, number>();
  let previous = 0;
  for (const { code, days, after } of steps) {
    const begins = after ? Math.max(0, ...after.map((other) => ends.get(other) ?? 0)) : previous;
    previous = begins + days;
    ends.set(code, previous);
  }
  return Math.max(0, ...ends.values());
}
