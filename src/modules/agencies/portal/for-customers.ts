import { randomUUID } from 'node:crypto';
import { createElement, type ReactNode } from 'react';
import type { acting } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import type { SentForm } from '#platform/http/read-form.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { readBodySteps } from '../console/read-bodies.ts';
import { giveMore } from '../give-more.ts';
import { CustomerSection } from './customer-section.tsx';

/** For the customer's page of a case, which knows nothing of State bodies: who has it, and how to give what one of them asks. */
export const forCustomers = (deps: acting.ActDeps) => ({
  async section(
    trx: Trx,
    caseId: string,
    language: Language,
    typed: Record<string, string>,
  ): Promise<ReactNode> {
    const steps = await readBodySteps(trx, null, caseId, deps.clock.now());
    const requestIds = steps.map(() => randomUUID());
    return createElement(CustomerSection, { steps, requestIds, typed, language });
  },
  give: (
    actor: Actor,
    request: { code: string; taskId: string; requestId: string },
    { fields, files }: Pick<SentForm, 'fields' | 'files'>,
  ): Promise<acting.ActResult> =>
    giveMore(deps, actor, {
      ...request,
      answer: fields.answer ?? '',
      documents: files.map(({ field: _, ...file }) => ({ ...file, kind: 'supplement' })),
    }),
});
