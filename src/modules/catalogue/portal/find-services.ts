import type { ServiceVersion } from '../queries.ts';

const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Services whose name, need or result has every word, with or without diacritics; those that match a need first. */
export function findServices(services: readonly ServiceVersion[], typed: string): ServiceVersion[] {
  const words = plain(typed)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (words.length === 0) return [...services];
  const scored = services.map((service) => ({ service, score: scoreOf(service, words) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ service }) => service);
}

/** Half of the words are enough: people write whole sentences. */
function scoreOf({ definition }: ServiceVersion, words: readonly string[]): number {
  const { name, needs, result } = definition;
  const needsText = plain(needs.flatMap(({ vi, en }) => [vi, en]).join(' '));
  const all = `${needsText} ${plain(`${name.vi} ${name.en} ${result.vi} ${result.en}`)}`;
  const hits = words.filter((word) => ` ${all}`.includes(` ${word}`));
  return hits.length * 2 >= words.length
    ? hits.length + words.filter((word) => needsText.includes(word)).length / 10
    : 0;
}
