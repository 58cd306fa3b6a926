import type { Language } from '#platform/text.ts';
import type { Derivation } from './rules/derivation.ts';

/** Why a term ends when it does, in sentences for the case page. */
export function describeDerivation(derivation: Derivation, language: Language): string[] {
  return [`${derivation.startedAt} ${derivation.dueAt} ${language}`];
}
