/** Inputs that are filled in by guessing, and the hidden input that remembers what was last filled in. */
export const suggestedFields = ['service', 'unit', 'name', 'address'] as const;
export type SuggestedField = (typeof suggestedFields)[number];
export type Suggestions = Record<SuggestedField, string>;
type Typed = Record<string, string>;

/** What somebody chose or wrote stays; what was empty, or stands as it was last suggested, follows the new guess. */
export function followGuess(typed: Typed, guessed: Partial<Suggestions>): Typed {
  const changed = suggestedFields.flatMap((field) => {
    const [now, before, next] = [typed[field] ?? '', typed[`suggested_${field}`] ?? '', guessed[field] ?? ''];
    if (now !== '' && now !== before) return [];
    // A guess that found nothing takes nothing away.
    const value = next === '' ? now : next;
    return [
      [field, value],
      [`suggested_${field}`, value],
    ];
  });
  return { ...typed, ...Object.fromEntries(changed) };
}
