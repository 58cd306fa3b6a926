import { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import type { FieldErrors } from '#ui/form.tsx';

/** Gathers what is wrong with a long form, field by field, in the words of the reader. */
export function mistakes(language: Language) {
  const errors: FieldErrors = {};
  const add = ({ reason, facts, fields }: Refused, otherwise?: string) => {
    for (const [name, why] of Object.entries(fields)) errors[name] ??= fill(why[language], facts);
    if (otherwise && Object.keys(fields).length === 0) errors[otherwise] ??= fill(reason[language], facts);
  };
  return {
    errors,
    add,
    none: () => Object.keys(errors).length === 0,
    /** The result of the work, or undefined where it was refused for a field. */
    async unless<T>(work: () => T | Promise<T>): Promise<T | undefined> {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Refused) || Object.keys(error.fields).length === 0) throw error;
        add(error);
        return undefined;
      }
    },
  };
}
