import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { texts } from './texts.ts';

const minute = 60_000;

const locales = { vi: 'vi-VN', en: 'en-GB' };
/** Made once: to make one costs more than to use it a hundred times, and a queue has a hundred moments. */
const formats = (options: Intl.DateTimeFormatOptions) => {
  const made = (language: Language) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: utilityZone, ...options });
  return { vi: made('vi'), en: made('en') };
};
const times = formats({ hour: '2-digit', minute: '2-digit', hour12: false });
const days = formats({ day: 'numeric', month: 'numeric', year: 'numeric' });

/** 09:05, 4/3/2026 as it is in Viet Nam. */
export const showMoment = (at: Date | string, language: Language): string =>
  `${times[language].format(new Date(at))}, ${showDay(at, language)}`;

export const showDay = (at: Date | string, language: Language): string => days[language].format(new Date(at));

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
