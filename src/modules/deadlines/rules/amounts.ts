import type { Language } from '#platform/text.ts';
import { texts } from '../texts.ts';
import type { Derivation } from './derivation.ts';

/** An amount in the limit's unit with its name; hours are kept as minutes and told as hours, to a tenth. */
export function amountOf(
  { limit }: Pick<Derivation, 'limit'>,
  amount: number,
  language: Language,
): { amount: number; unit: string } {
  const told = limit.unit === 'working_hours' ? amount / 60 : amount;
  return { amount: Math.round(told * 10) / 10, unit: texts[`unit_${limit.unit}`][language] };
}
