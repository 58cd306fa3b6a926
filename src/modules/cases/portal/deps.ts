import type { ReactNode } from 'react';
import type { Actor } from '#modules/organisation/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { SentForm } from '#platform/http/read-form.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import type { PortalPages } from '#ui/show-portal.tsx';
import type { Deps } from '../act-on-case.ts';

/** What another module writes on the page of a case, and takes from there: which State body has it, and what one of them asks. */
type AtBodies = {
  section(trx: Trx, caseId: string, language: Language, typed: Record<string, string>): Promise<ReactNode>;
  give(
    actor: Actor,
    request: { code: string; taskId: string; requestId: string },
    form: SentForm,
  ): Promise<unknown>;
};

/** What the pages of a case need from around them. */
export type CasePortalDeps = Deps &
  PortalPages & {
    files: FileStore;
    url: string;
    secureCookies: boolean;
    /** A section of the case's page that another module writes: the papers its customer reads and signs. */
    papersOnCase(trx: Trx, about: { id: string; code: string }, language: Language): Promise<ReactNode>;
    /** What another module says of the case to its customer: the State's code of it. */
    atBodies: AtBodies;
    onCustomersPage?(caseId: string, language: Language): Promise<ReactNode>;
  };
