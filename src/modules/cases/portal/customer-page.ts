import type { ReactNode } from 'react';
import type { Derivation } from '#modules/deadlines/index.ts';
import type { Language } from '#platform/text.ts';
import type { FieldErrors } from '#ui/form.tsx';
import type { Progress } from '../progress/read-progress.ts';
import type { CaseView } from '../read-case.ts';

/** What the page of a case is drawn from, as its customer sees it. */
export type CustomerPage = {
  view: CaseView;
  progress: Progress;
  /** What another module says of the case: the State's code of it. */
  dossier?: ReactNode;
  derivation: Derivation | null;
  language: Language;
  now: Date;
  errors: FieldErrors;
  typed: Record<string, string>;
  done: string | null;
  /** Papers to read and sign. */
  papers: ReactNode;
  /** Which State bodies have it. */
  bodies: ReactNode;
  /** Made anew for each form of each page shown: a retry of the same page changes nothing twice. */
  requestIds: Record<'supplement' | 'message' | 'withdraw' | 'rate', string>;
};
