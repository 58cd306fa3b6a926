import { dayAt } from './calendar/index.ts';

/** The only source of "now"; passed in, so that a test can set it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** The day in the utility's country: until seven in the morning UTC still has the day before. */
export const todayOf = (clock: Clock): string => dayAt(clock.now());
