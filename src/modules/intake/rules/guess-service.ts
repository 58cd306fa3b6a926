import { fold } from '#platform/fold.ts';
import type { Text } from '#platform/text.ts';

type Guessable = { name: Text; needs: readonly Text[]; keywords?: readonly string[] | undefined };
/** `certainty` from 0 (nothing fits) to 1 (a need said word for word). */
export type ServiceGuess<S> = { service: S; certainty: number };

const least = 0.4;

/**
 * The service whose names and needs the words come closest to, each word weighing more the fewer services say it; undefined
 * where nothing comes close. A keyword said whole settles it. The best single phrase counts, so that a long letter is not held against a short need.
 */
export function guessService<S extends Guessable>(
  services: readonly S[],
  text: string,
): ServiceGuess<S> | undefined {
  const said = new Set(pairs(text));
  const words = ` ${fold(text)} `;
  const { phrases, weight } = phrasesOf(services);
  const scored = services.map((service, index) => ({
    service,
    certainty: saysKeyword(service, words)
      ? 1
      : Math.max(0, ...(phrases[index] ?? []).map((phrase) => share(phrase, said, weight))),
  }));
  const best = scored.reduce<ServiceGuess<S> | undefined>(
    (top, next) => (next.certainty > (top?.certainty ?? 0) ? next : top),
    undefined,
  );
  return best && best.certainty >= least ? best : undefined;
}

const saysKeyword = ({ keywords = [] }: Guessable, words: string): boolean =>
  keywords.some((keyword) => words.includes(` ${fold(keyword)} `));

type Phrases = { phrases: string[][][]; weight: (term: string) => number };
const known = new WeakMap<readonly Guessable[], Phrases>();

/** The same services are asked about from letter to letter. */
function phrasesOf(services: readonly Guessable[]): Phrases {
  const had = known.get(services);
  if (had) return had;
  const phrases = services.map((service) =>
    [service.name, ...service.needs].flatMap((each) => [pairs(each.vi), pairs(each.en)]),
  );
  const made = { phrases, weight: weights(phrases) };
  known.set(services, made);
  return made;
}

/** Vietnamese words are mostly of two syllables: the pairs carry the meaning, and the single ones a little of it. */
function pairs(text: string): string[] {
  const syllables = fold(text).split(' ').filter(Boolean);
  return [...syllables, ...syllables.slice(1).map((next, index) => `${syllables[index]} ${next}`)];
}

function weights(phrases: readonly string[][][]): (term: string) => number {
  const spoken = new Map<string, number>();
  for (const ofService of phrases)
    for (const term of new Set(ofService.flat())) spoken.set(term, (spoken.get(term) ?? 0) + 1);
  return (term) =>
    (term.includes(' ') ? 2 : 1) * Math.log((phrases.length + 1) / ((spoken.get(term) ?? 0) + 0.5));
}

function share(
  phrase: readonly string[],
  said: ReadonlySet<string>,
  weight: (term: string) => number,
): number {
  const all = phrase.reduce((sum, term) => sum + weight(term), 0);
  const met = phrase.reduce((sum, term) => sum + (said.has(term) ? weight(term) : 0), 0);
  return all > 0 ? met / all : 0;
}
