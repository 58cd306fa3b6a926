import type { Insertable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { DeadlineAlarms } from '#platform/postgres/schema.ts';

type Subject = { caseId: string; taskId: string | null };

/** Alarms of a term that have not rung; those of the case itself have no task. */
export const deleteUnrung = (trx: Trx, { caseId, taskId }: Subject) =>
  trx
    .deleteFrom('deadline_alarms')
    .where('case_id', '=', caseId)
    .where('task_id', taskId === null ? 'is' : '=', taskId)
    .where('rung_at', 'is', null)
    .execute();

export const deleteAllUnrung = (trx: Trx, caseId: string) =>
  trx.deleteFrom('deadline_alarms').where('case_id', '=', caseId).where('rung_at', 'is', null).execute();

export const listRung = (trx: Trx, { caseId, taskId }: Subject) =>
  trx
    .selectFrom('deadline_alarms')
    .select(['level', 'due_at'])
    .where('case_id', '=', caseId)
    .where('task_id', taskId === null ? 'is' : '=', taskId)
    .where('rung_at', 'is not', null)
    .execute();

export const insertAlarms = (trx: Trx, rows: Insertable<DeadlineAlarms>[]) =>
  rows.length === 0 ? Promise.resolve() : trx.insertInto('deadline_alarms').values(rows).execute();

/**
 * The next alarm that is due, its case locked as every act locks it first: two that lock in different orders would block
 * one another. A case that somebody is acting on, or another worker rings for, is passed over until the next time.
 */
export const nextAlarm = (trx: Trx, now: Date, except: readonly number[]) =>
  trx
    .selectFrom('deadline_alarms')
    .innerJoin('cases', 'cases.id', 'deadline_alarms.case_id')
    .leftJoin('case_tasks', 'case_tasks.id', 'deadline_alarms.task_id')
    .select([
      'deadline_alarms.id',
      'deadline_alarms.case_id',
      'task_id',
      'step_code',
      'deadline_alarms.level',
    ])
    .select('deadline_alarms.due_at')
    .where('rung_at', 'is', null)
    .where('at', '<=', now)
    .where('deadline_alarms.id', 'not in', except.length > 0 ? [...except] : [0])
    .orderBy('at')
    .orderBy('deadline_alarms.id')
    .limit(1)
    .forUpdate('cases')
    .skipLocked()
    .executeTakeFirst();

/** Marks an alarm as rung; false when it was unset or rang between the look and the lock. */
export async function markRung(trx: Trx, id: number, now: Date): Promise<boolean> {
  const marked = await trx
    .updateTable('deadline_alarms')
    .set({ rung_at: now })
    .where('id', '=', id)
    .where('rung_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return marked !== undefined;
}
