import type { Language } from '#platform/text.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** The day it is in Viet Nam, as 2026-03-04. */
export const dayOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);

/** 09:05:30, as it was in Viet Nam. */
export const showTime = (at: Date): string =>
  at.toLocaleTimeString('vi-VN', { timeZone: zone, hour12: false });

export const showMoment = (at: Date, language: Language): string =>
  `${showTime(at)}, ${showDay(dayOf(at), language)}`;

/** 4/3/2026 or 04/03/2026. */
export function showDay(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  return at.toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', { timeZone: 'UTC' });
}
