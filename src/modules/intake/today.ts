import type { Clock } from '#platform/clock.ts';

/** The day in the utility's country. */
export const today = (clock: Clock): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(clock.now());
