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

/** The next alarm that is due, locked; one that another worker holds is passed over. */
export const takeAlarm = (trx: Trx, now: Date) =>
  trx
    .selectFrom('deadline_alarms')
    .selectAll()
    .where('rung_at', 'is', null)
    .where('at', '<=', now)
    .orderBy('at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export const markRung = (trx: Trx, id: number, now: Date) =>
  trx.updateTable('deadline_alarms').set({ rung_at: now }).where('id', '=', id).execute();
