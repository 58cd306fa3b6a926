/** The only source of "now"; passed in, so that a test can set it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** The day in the utility's country, 2026-03-05. */
export const todayOf = (clock: Clock): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(clock.now());
