import { randomUUID } from 'node:crypto';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { insertInto } from './queries.ts';

/** Writes down what was said on a case; what it quotes of earlier letters is kept apart. */
export const keepMessage = (
  trx: Trx,
  caseId: string,
  direction: 'in' | 'out' | 'internal',
  author: string,
  { body, quoted }: { body: string; quoted: string | null },
  at: Date,
) =>
  insertInto(trx, 'case_messages', {
    id: randomUUID(),
    case_id: caseId,
    direction,
    author,
    body,
    quoted,
    at,
  });
