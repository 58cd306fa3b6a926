import { createElement, type ReactNode } from 'react';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { papersOf } from '../read-paper.ts';
import { CustomerPapers } from './customer-papers.tsx';

/** For the page of a case as its customer sees it: what is to be signed first, then the other papers that count. */
export async function papersOnCase(
  trx: Trx,
  { id, code }: { id: string; code: string },
  language: Language,
): Promise<ReactNode> {
  const papers = (await papersOf(trx, id)).filter(({ state }) => state !== 'void');
  return papers.length > 0 ? createElement(CustomerPapers, { papers, code, language }) : null;
}
