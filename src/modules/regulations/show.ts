import type { Limit, RegulationDefinition } from '#modules/catalogue/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { texts as t, unitNames } from './texts.ts';

/** 4/3/2026 */
export const showDay = (day: string): string =>
  `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;

/** A province as people say it for short, where room is scarce. */
export const shortName = (name: Text, language: Language): string =>
  name[language].replace(/^(Tỉnh|Thành phố) | (Province|City)$/g, '');

export const showLimit = (limit: Limit, language: Language): string =>
  fill(unitNames[limit.unit][language], { n: limit.amount });

type Limits = Pick<RegulationDefinition, 'totals' | 'shares' | 'supplementAdds' | 'uncertain'>;

/** The limits of a regulation, one a line. What the source leaves out is said, never guessed. */
export function showLimits(definition: Limits, language: Language): string[] {
  const { totals, shares, supplementAdds, uncertain } = definition;
  const parts = [
    ...totals.map(({ limit, because }) =>
      [showLimit(limit, language), because?.[language]].filter(Boolean).join(': '),
    ),
    ...(shares?.state ? [fill(t.share_state[language], { n: shares.state })] : []),
    ...(shares?.utility ? [fill(t.share_utility[language], { n: shares.utility })] : []),
    ...(supplementAdds ? [fill(t.supplement_adds[language], { n: supplementAdds })] : []),
  ];
  if (parts.length > 0) return parts;
  return [uncertain ? t.limits_missing[language] : t.limits_national[language]];
}
