/** Words without diacritics and case, so that "Nguyễn Đức", its decomposed form and "duc nguyen" find each other. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9@.]+/g, ' ')
    .replace(/(?<![a-z0-9])[@.]+|[@.]+(?![a-z0-9])/g, ' ')
    .trim();
}

/** A prefix search in any order of words, in the language of to_tsquery('simple'); null when nothing is left to look for. */
export function searchQuery(typed: string): string | null {
  const words = fold(joinDigits(typed)).split(' ').filter(Boolean).slice(0, 8);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}

/** A phone number or a case code is often typed in groups; a house number beside a hamlet's is not one. */
const joinDigits = (typed: string): string =>
  typed.replace(/\+?\d[\d\s.-]{7,}\d/g, (group) => group.replace(/^\+84/, '0').replace(/\D/g, ''));
