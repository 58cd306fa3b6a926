import type { Trx } from '#platform/postgres/in-scope.ts';

/** Documents, messages, supplements, visits, transfers, closures and the rating of a case, each in order of time. */
export async function readPapers(trx: Trx, caseId: string) {
  return {
    documents: await trx
      .selectFrom('case_documents')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('at')
      .execute(),
    messages: await trx
      .selectFrom('case_messages')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('at')
      .execute(),
    visitRows: await trx
      .selectFrom('case_visits')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('ordinal')
      .execute(),
    transfers: await trx
      .selectFrom('case_transfers')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('at')
      .execute(),
    closures: await trx
      .selectFrom('case_closures')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('at')
      .execute(),
    supplements: await trx
      .selectFrom('case_supplements')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('ordinal')
      .execute(),
    rating: await trx.selectFrom('case_ratings').selectAll().where('case_id', '=', caseId).executeTakeFirst(),
  };
}

/** Whether a paper of these kinds was made in the case and still waits for a signature. */
export async function isUnsigned(trx: Trx, caseId: string, kinds: readonly string[]): Promise<boolean> {
  if (kinds.length === 0) return false;
  const row = await trx
    .selectFrom('papers')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', 'in', kinds)
    .where('state', 'in', ['waits_customer', 'waits_unit'])
    .executeTakeFirst();
  return row !== undefined;
}
