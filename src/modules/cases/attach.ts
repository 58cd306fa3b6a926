import { randomUUID } from 'node:crypto';
import type { Actor } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { insertInto } from './queries.ts';
import { caseReasons } from './reasons.ts';

/** A file that lies in the store already, and which of the papers asked for it is. */
export type PaperToAttach = { kind: string; name: string; sha256: string; mime: string; bytes: number };

const mostAtOnce = 20;

/** The rows that attach papers to a case; too many at once are refused. */
export function paperRows(caseId: string, actor: Actor, at: Date, papers: readonly PaperToAttach[]) {
  if (papers.length > mostAtOnce) throw refuse(caseReasons.too_many_documents, { most: mostAtOnce });
  return papers.map(({ kind, name, sha256, mime, bytes }) => ({
    ...{ kind, name, sha256, mime, bytes },
    id: randomUUID(),
    case_id: caseId,
    at,
    by_whom: actor.name,
    by_kind: actor.kind,
  }));
}

export async function attachPapers(
  trx: Trx,
  caseId: string,
  actor: Actor,
  at: Date,
  papers: readonly PaperToAttach[],
): Promise<void> {
  for (const row of paperRows(caseId, actor, at, papers)) await insertInto(trx, 'case_documents', row);
}

export const attachDocuments = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { documents: readonly PaperToAttach[] },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'attach', request, async ({ trx, found, now }) => {
    if (request.documents.length === 0)
      throw refuse(caseReasons.text_needed, {}, { documents: caseReasons.text_needed });
    await attachPapers(trx, found.id, actor, now, request.documents);
    return {
      data: { documents: request.documents.map((paper) => ({ name: paper.name, sha256: paper.sha256 })) },
    };
  });
