import { fold } from '#platform/fold.ts';

const mostWords = 80;
const longestWord = 60;
const mostTyped = 8;

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[ @.]+/)
    .filter((word) => word !== '' && word.length <= longestWord);

/** What a customer is found by: the words of these texts, and the units of their path as '@pb0508'. */
export function customerWords(texts: readonly string[], unitPath: string): string[] {
  const units = unitPath.split('.').map((code) => `@${code.toLowerCase()}`);
  return [...units, ...new Set(texts.flatMap(wordsOf).slice(0, mostWords))];
}

export type Typed =
  | { by: 'nothing' }
  | { by: 'email'; email: string }
  | { by: 'code'; code: string }
  | { by: 'digits'; digits: string; words: string[] }
  | { by: 'words'; words: string[] };

const email = /[^\s<>,;"']+@[^\s<>,;"']+\.[a-z]{2,}/i;
const code = /^[a-z]{1,3}[0-9]{4,}[a-z0-9]*$/i;
const digits = /\+?\d(?:[\s.()-]*\d){7,14}/;

/** How somebody looks for a customer: by address of mail, by (part of) a code, by telephone with or without words, or by words. */
export function readTyped(typed: string): Typed {
  const text = typed.replaceAll('\0', '').trim();
  const mail = email.exec(text)?.[0];
  if (mail) return { by: 'email', email: mail.toLowerCase() };
  const joined = text.replace(/[\s.-]/g, '');
  if (code.test(joined)) return { by: 'code', code: joined.toUpperCase() };
  const number = digits.exec(text)?.[0];
  if (number) return { by: 'digits', digits: number, words: distinct(wordsOf(text.replace(number, ' '))) };
  const words = distinct(wordsOf(text));
  return words.length === 0 ? { by: 'nothing' } : { by: 'words', words };
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)].slice(0, mostTyped);

/** Whether each typed word begins a word of the texts. */
export function saysAll(texts: readonly string[], typed: readonly string[]): boolean {
  const said = texts.flatMap(wordsOf);
  return typed.every((word) => said.some((one) => one.startsWith(word)));
}
