import type { Trx } from '#platform/postgres/in-scope.ts';

/** Documents, messages, supplements, visits, transfers, closures and the rating of a case, each in order of time. */
export async function readPapers(trx: Trx, caseId: string) {
  const of = <T extends 'case_documents' | 'case_messages' | 'case_visits' | 'case_transfers' | 'case_closures'>(table: T) =>
    trx.selectFrom(table).selectAll().where('case_id', '=', caseId).orderBy('at');
  return {
    documents: await of('case_documents').execute(),
    messages: await of('case_messages').execute(),
    visitRows: await of('case_visits').execute(),
    transfers: await of('case_transfers').execute(),
    closures: await of('case_closures').execute(),
    supplements: await trx.selectFrom('case_supplements').selectAll().where('case_id', '=', caseId).orderBy('ordinal').execute(),
    rating: await trx.selectFrom('case_ratings').selectAll().where('case_id', '=', caseId).executeTakeFirst(),
  };
}
