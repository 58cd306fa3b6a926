import { utilityZone } from '#platform/calendar/index.ts';
import type { Language } from '#platform/text.ts';

/** 4/3/2026 as it is in Viet Nam. */
export const showDay = (at: Date | string, language: Language): string =>
  new Date(at).toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: utilityZone,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });
