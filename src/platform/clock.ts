/** The only source of "now"; passed in, so that a test can set it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** Viet Nam has one time, and a utility of it works by no other, wherever the server stands. */
export const utilityZone = 'Asia/Ho_Chi_Minh';

/** The day it was at this moment in the utility's country, 2026-03-05. */
export const dayAt = (at: Date, timeZone: string = utilityZone): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);

/** The day in the utility's country: until seven in the morning UTC still has the day before. */
export const todayOf = (clock: Clock): string => dayAt(clock.now());
