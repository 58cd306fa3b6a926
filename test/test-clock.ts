import type { Clock } from '#platform/clock.ts';

export type TestClock = Clock & {
  set(moment: string | Date): void;
  advance(by: { days?: number; hours?: number; minutes?: number }): void;
  reset(): void;
};

const start = '2026-03-04T09:00:00+07:00';

/** Stands still until it is moved. */
export function testClock(): TestClock {
  let now = new Date(start);
  return {
    now: () => now,
    set: (moment) => {
      now = new Date(moment);
    },
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
    },
    reset: () => {
      now = new Date(start);
    },
  };
}
