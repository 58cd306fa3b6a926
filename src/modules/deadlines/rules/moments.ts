import { Temporal } from 'temporal-polyfill';
import type { Language } from '#platform/text.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** 'thứ Tư 11/03/2026 lúc 17:00': as people say a moment, in the zone of the reader's country. */
export function sayMoment(instant: string, language: Language, timeZone: string): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const weekday = moment.toLocaleString(locales[language], { weekday: 'long' });
  const time = `${two(moment.hour)}:${two(moment.minute)}`;
  const day = sayDay(moment.toPlainDate().toString());
  return language === 'vi' ? `${time} ${lower(weekday)}, ngày ${day}` : `${weekday} ${day} at ${time}`;
}

/** '2026-03-11' as 11/03/2026. */
export const sayDay = (date: string): string => date.split('-').reverse().join('/');

const two = (value: number) => String(value).padStart(2, '0');
const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
