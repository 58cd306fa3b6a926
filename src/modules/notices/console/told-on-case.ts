import { createElement, type ReactNode } from 'react';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { noticesOfCase } from '../list-notices.ts';
import { CaseNotices } from './case-notices.tsx';

/** For the page of a case, which knows nothing of notices: what its customer was sent, as a section. `say` writes a moment as that page does. */
export async function toldOnCase(
  trx: Trx,
  caseId: string,
  language: Language,
  say: (at: Date) => string,
): Promise<ReactNode> {
  return createElement(CaseNotices, { notices: await noticesOfCase(trx, caseId), language, say });
}
