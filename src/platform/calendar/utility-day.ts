/** Viet Nam has one time, and a utility of it works by no other, wherever the server stands. */
export const utilityZone = 'Asia/Ho_Chi_Minh';

/** To make a format costs more than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, format);
  return format;
}

/** The day it was at this moment in the utility's country, 2026-03-05. */
export const dayAt = (at: Date, timeZone: string = utilityZone): string => formatOf(timeZone).format(at);
