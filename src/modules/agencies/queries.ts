import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { AgencySupplements, AgencyTasks } from '#platform/postgres/schema.ts';

export type AttemptRow = Selectable<AgencyTasks>;
export type SupplementRow = Selectable<AgencySupplements>;

/** The sendings of a step that this viewer may see, the newest last. */
export const listAttempts = (trx: Trx, taskId: string): Promise<AttemptRow[]> =>
  trx.selectFrom('agency_tasks').selectAll().where('task_id', '=', taskId).orderBy('attempt').execute();

export const attemptsOfCase = (trx: Trx, caseId: string): Promise<AttemptRow[]> =>
  trx
    .selectFrom('agency_tasks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('sent_at')
    .orderBy('attempt')
    .execute();

export const findAttempt = (trx: Trx, id: string): Promise<AttemptRow | undefined> =>
  trx.selectFrom('agency_tasks').selectAll().where('id', '=', id).executeTakeFirst();

export const insertAttempt = (trx: Trx, row: Insertable<AgencyTasks>): Promise<AttemptRow> =>
  trx.insertInto('agency_tasks').values(row).returningAll().executeTakeFirstOrThrow();

export async function updateAttempt(trx: Trx, id: string, change: Updateable<AgencyTasks>): Promise<void> {
  if (Object.keys(change).length > 0)
    await trx.updateTable('agency_tasks').set(change).where('id', '=', id).execute();
}

export const supplementsOfTask = (trx: Trx, taskId: string): Promise<SupplementRow[]> =>
  trx.selectFrom('agency_supplements').selectAll().where('task_id', '=', taskId).orderBy('ordinal').execute();

export const supplementsOfCase = (trx: Trx, caseId: string): Promise<SupplementRow[]> =>
  trx
    .selectFrom('agency_supplements')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .execute();

export const insertSupplement = (trx: Trx, row: Insertable<AgencySupplements>) =>
  trx.insertInto('agency_supplements').values(row).execute();

export const updateSupplement = (trx: Trx, id: string, change: Updateable<AgencySupplements>) =>
  trx.updateTable('agency_supplements').set(change).where('id', '=', id).execute();

/** The body decided, and no longer waits for what it asked. */
export const dropSupplement = (trx: Trx, taskId: string, at: Date) =>
  trx
    .updateTable('agency_supplements')
    .set({ dropped_at: at })
    .where('task_id', '=', taskId)
    .where('answered_at', 'is', null)
    .where('dropped_at', 'is', null)
    .execute();

/** The documents of a case that are of these kinds, or have these ids. */
export const listDocuments = (trx: Trx, caseId: string, kinds: readonly string[], ids: readonly string[]) =>
  trx
    .selectFrom('case_documents')
    .select(['id', 'kind', 'name', 'sha256', 'mime', 'bytes', 'at'])
    .where('case_id', '=', caseId)
    .where((eb) =>
      eb.or([eb('kind', 'in', ['', ...kinds]), eb('id', '=', sql<string>`any(${[...ids]}::uuid[])`)]),
    )
    .orderBy('at')
    .execute();
