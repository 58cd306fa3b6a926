import { fold } from '#platform/fold.ts';

/** What looks like a telephone number of Viet Nam, as it was typed; whoever reads it asks the library. */
export const phonesIn = (text: string): string[] =>
  (text.match(/(?<![\w.@-])(?:\+84|84|0)(?:[\s.-]?\d){8,10}(?![\w@])/g) ?? []).slice(0, 5);

/** The customer code in the text, by the utility's own pattern. */
export function customerCodeIn(text: string, pattern: string): string | null {
  const shape = new RegExp(pattern);
  const words = text.toUpperCase().match(/[A-Z0-9]{6,24}/g) ?? [];
  return words.slice(0, 2000).find((word) => shape.test(word)) ?? null;
}

/** The line that says it is an address; null where none does. */
export function addressIn(text: string): string | null {
  const [, found] =
    /^[\s>*-]*(?:địa chỉ|đ\/c|dia chi|address)(?:\s+\p{L}+){0,4}\s*[:：-]\s*(\S.{3,200})$/imu.exec(
      text.normalize('NFC'),
    ) ?? [];
  return found?.trim() ?? null;
}

const english = new Set([
  'the',
  'is',
  'and',
  'my',
  'please',
  'have',
  'to',
  'we',
  'you',
  'no',
  'power',
  'dear',
]);

/** Vietnamese unless it is plainly English: no diacritics, and several of its small words. */
export function languageOf(text: string): 'vi' | 'en' {
  const start = text.slice(0, 2000);
  if (/[ăâđêôơư\u1ea0-\u1ef9]/iu.test(start.normalize('NFC'))) return 'vi';
  const words = new Set(fold(start).split(' '));
  return [...words].filter((word) => english.has(word)).length >= 3 ? 'en' : 'vi';
}
