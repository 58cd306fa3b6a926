import { createElement, type ReactNode } from 'react';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { listMailsOfCase } from '../queries-mails.ts';
import { CaseLetters } from './case-letters.tsx';

/** For the page of a case, which knows nothing of letters: the originals of those that came, as a section. */
export async function lettersOfCase(
  trx: Trx,
  caseId: string,
  language: Language,
  say: (at: Date) => string,
): Promise<ReactNode> {
  const letters = (await listMailsOfCase(trx, caseId)).map((row) => ({
    id: row.id,
    at: row.received_at,
    from: row.from_address ?? (row.sender || '–'),
    subject: row.subject ?? '',
  }));
  return createElement(CaseLetters, { letters, language, say });
}
