import type { Language } from '#platform/text.ts';
import type { FieldErrors } from '#ui/form.tsx';
import type { Draft } from '../draft.ts';
import type { Page } from '../rules/pages.ts';
import type { PageFacts } from './page-facts.ts';

/** What every page of a request is drawn from. */
export type PageProps = {
  draft: Draft;
  page: Page;
  facts: PageFacts;
  language: Language;
  errors: FieldErrors;
  /** What was typed and refused; the stored answers where nothing was. */
  typed: Record<string, string>;
  demo: boolean;
};
