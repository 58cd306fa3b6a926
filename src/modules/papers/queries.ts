import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { PaperSignatures, Papers } from '#platform/postgres/schema.ts';

export type PaperRow = Selectable<Papers>;
export type SignatureRow = Selectable<PaperSignatures>;

export const readPaperRow = (trx: Trx, id: string): Promise<PaperRow | undefined> =>
  trx.selectFrom('papers').selectAll().where('id', '=', id).executeTakeFirst();

export const lockPaper = (trx: Trx, id: string): Promise<PaperRow | undefined> =>
  trx.selectFrom('papers').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const listPapersOf = (trx: Trx, caseId: string): Promise<PaperRow[]> =>
  trx
    .selectFrom('papers')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('number')
    .execute();

export const insertPaper = (trx: Trx, row: Insertable<Papers>) =>
  trx.insertInto('papers').values(row).execute();

export const updatePaper = (trx: Trx, id: string, change: Updateable<Papers>) =>
  trx.updateTable('papers').set(change).where('id', '=', id).execute();

export const listSignatures = (trx: Trx, paperId: string): Promise<SignatureRow[]> =>
  trx
    .selectFrom('paper_signatures')
    .selectAll()
    .where('paper_id', '=', paperId)
    .orderBy('at')
    .orderBy('party')
    .execute();

export const findSignature = (trx: Trx, requestId: string): Promise<SignatureRow | undefined> =>
  trx.selectFrom('paper_signatures').selectAll().where('request_id', '=', requestId).executeTakeFirst();

export const insertSignature = (trx: Trx, row: Insertable<PaperSignatures>) =>
  trx.insertInto('paper_signatures').values(row).execute();

type SentCode = {
  paper_id: string;
  case_id: string;
  code_id: string;
  contact_kind: 'phone' | 'mail';
  contact: string;
  sent_at: Date;
};

/** The newest code takes the place of the one before. */
export const putCodeSent = (trx: Trx, row: SentCode) =>
  trx
    .insertInto('paper_codes')
    .values(row)
    .onConflict((conflict) => {
      const { code_id, contact_kind, contact, sent_at } = row;
      return conflict.column('paper_id').doUpdateSet({ code_id, contact_kind, contact, sent_at });
    })
    .execute();

export const readCodeSent = (trx: Trx, paperId: string) =>
  trx.selectFrom('paper_codes').selectAll().where('paper_id', '=', paperId).executeTakeFirst();

/** The paper whose bytes these are, as issued or as signed by all. */
export const findByBytes = (trx: Trx, sha256: string): Promise<PaperRow | undefined> =>
  trx
    .selectFrom('papers')
    .selectAll()
    .where((eb) => eb.or([eb('sha256', '=', sha256), eb('signed_sha256', '=', sha256)]))
    .executeTakeFirst();
