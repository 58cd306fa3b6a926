import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type DraftDocument, readDraft } from '../draft.ts';
import { putDraft } from '../queries.ts';
import { intakeReasons } from '../reasons.ts';

type Deps = { db: Database; clock: Clock };
type Form = { requestId: string; staffId: string; serviceVersionId: number; language: 'vi' | 'en' };

/**
 * The papers that came with a form which was refused, so that nobody scans twice. They belong to who sent them: the id of
 * somebody else's draft is as good as none.
 */
export async function keptPapers({ db }: Deps, { requestId, staffId }: Form): Promise<DraftDocument[]> {
  const draft = await readDraft(db, requestId);
  if (!draft) return [];
  if (draft.answers.at_counter_by !== staffId) throw refuse(intakeReasons.draft_gone);
  return draft.documents;
}

export const keepPapers = (
  { db, clock }: Deps,
  { requestId, staffId, serviceVersionId, language }: Form,
  documents: readonly DraftDocument[],
): Promise<unknown> =>
  inScope(db, publicScope, (trx) =>
    putDraft(
      trx,
      {
        id: requestId,
        service_version_id: serviceVersionId,
        language,
        answers: JSON.stringify({ at_counter_by: staffId }),
        documents: JSON.stringify(documents),
      },
      clock.now(),
    ),
  );
