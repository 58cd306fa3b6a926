import { describeDerivation, readDerivation } from '#modules/deadlines/index.ts';
import type { Language } from '#platform/text.ts';

/** Why a time limit ends when it does, sentence by sentence; empty where nothing was derived. */
export function clockWords(stored: unknown, language: Language): string[] {
  const derivation = readDerivation(stored);
  return derivation ? describeDerivation(derivation, language) : [];
}
