import type { Trx } from '#platform/postgres/in-scope.ts';

export const insertDraft = (
  trx: Trx,
  draft: { id: string; service_version_id: number; language: 'vi' | 'en'; at: Date },
) => {
  const { at, ...row } = draft;
  return trx
    .insertInto('intake_drafts')
    .values({ ...row, created_at: at, updated_at: at })
    .execute();
};

export const readDraftRow = (trx: Trx, id: string) =>
  trx.selectFrom('intake_drafts').selectAll().where('id', '=', id).executeTakeFirst();

/** A draft that may be there already: what it holds is replaced, its service stays. */
export const putDraft = (
  trx: Trx,
  draft: {
    id: string;
    service_version_id: number;
    language: 'vi' | 'en';
    answers: string;
    documents: string;
  },
  at: Date,
) => {
  const { answers, documents, language } = draft;
  return trx
    .insertInto('intake_drafts')
    .values({ ...draft, created_at: at, updated_at: at })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ answers, documents, language, updated_at: at }),
    )
    .execute();
};

type DraftChange = {
  answers?: string;
  documents?: string;
  confirmed_contact?: string | null;
  sent_at?: Date;
  language?: 'vi' | 'en';
};

export const updateDraft = (trx: Trx, id: string, change: DraftChange, at: Date) =>
  trx
    .updateTable('intake_drafts')
    .set({ ...change, updated_at: at })
    .where('id', '=', id)
    .execute();

/** What was begun and left: a week is long enough to look for a paper. */
export const deleteOldDrafts = (trx: Trx, before: Date) =>
  trx.deleteFrom('intake_drafts').where('updated_at', '<', before).execute();
