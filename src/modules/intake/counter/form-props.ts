import type { Language } from '#platform/text.ts';
import type { FieldErrors } from '#ui/form.tsx';
import type { DraftDocument } from '../draft.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { Typed } from './take-form.ts';

/** What came of looking the customer up; null where nobody asked. */
export type Found = { name: string | null } | null;
/** What the form at the counter is drawn from. */
export type FormProps = {
  facts: CounterFacts;
  /** Made with the page: sent twice, it is one case. */
  requestId: string;
  language: Language;
  typed: Typed;
  found: Found;
  documents: readonly DraftDocument[];
  errors: FieldErrors;
};
