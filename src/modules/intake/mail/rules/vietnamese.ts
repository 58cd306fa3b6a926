const syllable =
  /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(ch|nh|ng|[cmnpt])?$/u;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** One of the words as Vietnamese is written: a syllable with at most one tone. */
function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase();
  if ((parts.match(tones) ?? []).length > 1) return false;
  return syllable.test(parts.replace(tones, '').normalize('NFC'));
}

/** Of the words that hold more than ASCII letters: how many there are, and which share of them is Vietnamese. */
export function vietnameseShare(text: string): { words: number; share: number } {
  const words = text
    .slice(0, 20_000)
    .split(/[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\d]+/u)
    .filter((word) => /\P{ASCII}/u.test(word));
  if (words.length === 0) return { words: 0, share: 1 };
  return { words: words.length, share: words.filter(isSyllable).length / words.length };
}
