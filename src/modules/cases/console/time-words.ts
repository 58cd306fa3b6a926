import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { texts } from './texts.ts';

const minute = 60_000;

/** 09:05, 4/3/2026 as it is in Viet Nam. */
export function showMoment(at: Date | string, language: Language): string {
  const when = new Date(at);
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  const time = when.toLocaleTimeString(locale, {
    timeZone: utilityZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return `${time}, ${showDay(when, language)}`;
}

export const showDay = (at: Date | string, language: Language): string =>
  new Date(at).toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: utilityZone,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });

export type DueTone = 'late' | 'soon' | 'calm' | 'none';

/** How long there is, in the largest unit that says it: "còn 3 ngày", "quá hạn 40 phút". */
export function dueWords(due: Date | null, now: Date): { words: Text; tone: DueTone } {
  if (!due) return { words: texts.no_due, tone: 'none' };
  const left = due.getTime() - now.getTime();
  const sentence = left < 0 ? texts.overdue_by : texts.due_in;
  const span = spanOf(Math.abs(left));
  const words = { vi: fill(sentence.vi, { span: span.vi }), en: fill(sentence.en, { span: span.en }) };
  return { words, tone: left < 0 ? 'late' : left < 24 * 60 * minute ? 'soon' : 'calm' };
}

function spanOf(length: number): Text {
  const minutes = Math.floor(length / minute);
  const [unit, n] =
    minutes < 60
      ? [texts.minutes, minutes]
      : minutes < 48 * 60
        ? [texts.hours, Math.floor(minutes / 60)]
        : [texts.days, Math.floor(minutes / 1440)];
  return { vi: fill(unit.vi, { n }), en: fill(unit.en, { n }) };
}
