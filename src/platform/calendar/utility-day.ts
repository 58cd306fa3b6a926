/** Viet Nam has one time, and a utility of it works by no other, wherever the server stands. */
export const utilityZone = 'Asia/Ho_Chi_Minh';

/** The day it was at this moment in the utility's country, 2026-03-05. */
export const dayAt = (at: Date, timeZone: string = utilityZone): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
