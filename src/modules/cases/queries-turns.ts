import type { Insertable, Selectable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CasePartyTimes, CaseTurns } from '#platform/postgres/schema.ts';

export type TurnRow = Selectable<CaseTurns>;

export const insertTurn = (trx: Trx, row: Insertable<CaseTurns>) =>
  trx.insertInto('case_turns').values(row).execute();

/** Ends the open turn of a task; null: the wait of the whole case. */
export const endTurns = (trx: Trx, caseId: string, taskId: string | null, at: Date) =>
  trx
    .updateTable('case_turns')
    .set({ ended_at: at })
    .where('case_id', '=', caseId)
    .where('task_id', taskId === null ? 'is' : '=', taskId)
    .where('ended_at', 'is', null)
    .execute();

export const endAllTurns = (trx: Trx, caseId: string, at: Date) =>
  trx
    .updateTable('case_turns')
    .set({ ended_at: at })
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute();

export const listTurns = (trx: Trx, caseId: string): Promise<TurnRow[]> =>
  trx.selectFrom('case_turns').selectAll().where('case_id', '=', caseId).orderBy('started_at').execute();

export async function replacePartyTimes(
  trx: Trx,
  caseId: string,
  rows: Insertable<CasePartyTimes>[],
): Promise<void> {
  await trx.deleteFrom('case_party_times').where('case_id', '=', caseId).execute();
  if (rows.length > 0) await trx.insertInto('case_party_times').values(rows).execute();
}
