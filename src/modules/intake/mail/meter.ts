/** Counts by the minute; forgets whom it has not seen since. A measure of machines, so by the process's own time. */
export function openMeter(mostPerMinute: number) {
  let minute = 0;
  const seen = new Map<string, number>();
  return {
    allows(who: string): boolean {
      const now = Math.floor(performance.now() / 60_000);
      if (now !== minute) {
        minute = now;
        seen.clear();
      }
      const count = (seen.get(who) ?? 0) + 1;
      seen.set(who, count);
      return count <= mostPerMinute;
    },
  };
}
