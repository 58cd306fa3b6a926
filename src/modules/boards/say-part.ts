import type { Language } from '#platform/text.ts';
import type { Names } from './names.ts';
import type { Filter } from './queries.ts';
import { partyNames, texts as t } from './texts.ts';

/** A step and whose it was, as people say it. */
export const sayPart = (
  { step, party }: NonNullable<Filter['part']>,
  names: Names,
  language: Language,
): string => `${sayStep(step, names, language)}: ${sayParty(party, language)}`;

export const sayStep = (step: string, names: Names, language: Language): string =>
  step === '' ? t.no_step[language] : names.step(step, language);

export const sayParty = (party: string, language: Language): string => partyNames[party]?.[language] ?? party;
