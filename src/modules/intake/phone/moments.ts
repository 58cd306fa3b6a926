import { dayAt, utilityZone } from '#platform/calendar/index.ts';
import type { Language } from '#platform/text.ts';

/** 09:05:30, as it was in Viet Nam. */
export const showTime = (at: Date): string =>
  at.toLocaleTimeString('vi-VN', { timeZone: utilityZone, hour12: false });

export const showMoment = (at: Date, language: Language): string =>
  `${showTime(at)}, ${showDay(dayAt(at), language)}`;

/** 4/3/2026 or 04/03/2026. */
export function showDay(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  return at.toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', { timeZone: 'UTC' });
}
