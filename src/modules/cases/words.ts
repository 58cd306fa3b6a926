import { refuse } from '#platform/refused.ts';
import { type CaseReason, caseReasons } from './reasons.ts';
import { longestText, readWords } from './rules/words.ts';

/** The words, or the refusal that names the field they were typed in. */
export function needWords(typed: string, field: string, whenEmpty: CaseReason = 'text_needed'): string {
  const read = readWords(typed, whenEmpty);
  if (read.ok) return read.words;
  const reason = caseReasons[read.reason];
  throw refuse(reason, { most: longestText }, { [field]: reason });
}
