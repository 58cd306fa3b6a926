import { createElement, type ReactNode } from 'react';
import { readCaseById } from '#modules/cases/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { papersOf } from '../read-paper.ts';
import { CasePapers } from './case-papers.tsx';

/** For the page of a case, which knows nothing of papers: those of the case and where one is made. `say` writes a moment as that page does. */
export async function sectionOnCase(
  trx: Trx,
  caseId: string,
  language: Language,
  say: (at: Date) => string,
): Promise<ReactNode> {
  const found = await readCaseById(trx, caseId);
  const papers = await papersOf(trx, caseId);
  return found ? createElement(CasePapers, { papers, code: found.code, language, say }) : null;
}
