import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import type { FieldErrors } from '#ui/form.tsx';

/** What was refused, by field, in the reader's words; what names no field stands at the field given. */
export function errorsOf(refused: Refused | null, language: Language, otherwise: string): FieldErrors {
  if (!refused) return {};
  const { fields, reason, facts } = refused;
  const named = Object.keys(fields).length > 0 ? fields : { [otherwise]: reason };
  return Object.fromEntries(Object.entries(named).map(([name, why]) => [name, fill(why[language], facts)]));
}
