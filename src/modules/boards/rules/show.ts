import type { Language } from '#platform/text.ts';
import type { Measure } from '../board.ts';

const locale = (language: Language): string => (language === 'vi' ? 'vi-VN' : 'en-GB');

/** 12.345 · 74,3 % · 0,42, as the reader's language writes them; a dash where there is nothing to divide by. */
export function showFigure(value: number | null, show: Measure['show'], language: Language): string {
  if (value === null) return '–';
  if (show === 'count') return value.toLocaleString(locale(language));
  const digits = show === 'share' ? 1 : 2;
  const shown = (show === 'share' ? value * 100 : value).toLocaleString(locale(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return show === 'share' ? `${shown} %` : shown;
}

/** 3/2026 */
export const showMonth = (month: string): string => `${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;

/** 4/3/2026 */
export const showDay = (day: string): string =>
  `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;

/** 09:05, 4/3/2026 where the utility lives. */
export function showMoment(at: Date, timeZone: string, language: Language): string {
  const time = at.toLocaleTimeString(locale(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return `${time}, ${at.toLocaleDateString(locale(language), { timeZone, day: 'numeric', month: 'numeric', year: 'numeric' })}`;
}
