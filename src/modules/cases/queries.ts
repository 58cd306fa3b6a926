import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CaseEvents, CasePauses, Cases, CaseTasks, DB } from '#platform/postgres/schema.ts';
import type { Json } from './rules/chain.ts';

export type CaseRow = Selectable<Cases>;
export type TaskRow = Selectable<CaseTasks>;
export type EventRow = Selectable<CaseEvents>;
export type PauseRow = Selectable<CasePauses>;

/** The case as seen by this transaction's viewer, locked until its end; undefined where the viewer may not see it. */
export const lockCase = (trx: Trx, code: string): Promise<CaseRow | undefined> =>
  trx.selectFrom('cases').selectAll().where('code', '=', code).forUpdate().executeTakeFirst();

export const lockCaseById = (trx: Trx, id: string): Promise<CaseRow | undefined> =>
  trx.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const readCaseRow = (trx: Trx, code: string): Promise<CaseRow | undefined> =>
  trx.selectFrom('cases').selectAll().where('code', '=', code).executeTakeFirst();

export const readCaseById = (trx: Trx, id: string): Promise<CaseRow | undefined> =>
  trx.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();

export const updateCase = (trx: Trx, id: string, change: Updateable<Cases>) =>
  trx.updateTable('cases').set(change).where('id', '=', id).execute();

export const insertEvent = (trx: Trx, row: Insertable<CaseEvents>) =>
  trx.insertInto('case_events').values(row).execute();

export const findEventByRequest = (trx: Trx, requestId: string): Promise<EventRow | undefined> =>
  trx.selectFrom('case_events').selectAll().where('request_id', '=', requestId).executeTakeFirst();

export const listEvents = (trx: Trx, caseId: string): Promise<EventRow[]> =>
  trx.selectFrom('case_events').selectAll().where('case_id', '=', caseId).orderBy('seq').execute();

export const insertTasks = (trx: Trx, rows: Insertable<CaseTasks>[]) =>
  rows.length === 0 ? Promise.resolve() : trx.insertInto('case_tasks').values(rows).execute();

export const updateTask = (trx: Trx, id: string, change: Updateable<CaseTasks>) =>
  trx.updateTable('case_tasks').set(change).where('id', '=', id).execute();

/** In the order of the procedure; a step done again after a reopening comes after its first round. */
export const listTasks = (trx: Trx, caseId: string): Promise<TaskRow[]> =>
  trx
    .selectFrom('case_tasks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('round')
    .orderBy('ordinal')
    .execute();

export const findTask = (trx: Trx, id: string): Promise<TaskRow | undefined> =>
  trx.selectFrom('case_tasks').selectAll().where('id', '=', id).executeTakeFirst();

export const findCaseOfTask = async (trx: Trx, id: string): Promise<string | undefined> =>
  (await findTask(trx, id))?.case_id;

export const listPauses = (trx: Trx, caseId: string): Promise<PauseRow[]> =>
  trx.selectFrom('case_pauses').selectAll().where('case_id', '=', caseId).orderBy('started_at').execute();

export const insertPause = (trx: Trx, row: Insertable<CasePauses>) =>
  trx.insertInto('case_pauses').values(row).execute();

export const endPause = (trx: Trx, caseId: string, reason: PauseRow['reason'], at: Date) =>
  trx
    .updateTable('case_pauses')
    .set({ ended_at: at })
    .where('case_id', '=', caseId)
    .where('reason', '=', reason)
    .where('ended_at', 'is', null)
    .execute();

/** Rows that only ever get added, each in the table that names what was done. */
export const insertInto = <
  T extends
    | 'case_transfers'
    | 'case_reclassifications'
    | 'case_closures'
    | 'case_visits'
    | 'case_supplements'
    | 'case_documents'
    | 'case_messages'
    | 'case_ratings',
>(
  trx: Trx,
  table: T,
  row: Insertable<DB[T]>,
) => trx.insertInto(table).values(row).execute();

export async function countSupplements(trx: Trx, caseId: string): Promise<number> {
  const row = await trx
    .selectFrom('case_supplements')
    .select(sql<number>`count(*)`.as('n'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return row.n;
}

export const answerOpenSupplement = (trx: Trx, caseId: string, answer: string, at: Date) =>
  trx
    .updateTable('case_supplements')
    .set({ answered_at: at, answer })
    .where('case_id', '=', caseId)
    .where('answered_at', 'is', null)
    .execute();

export async function isRated(trx: Trx, caseId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('case_ratings')
    .select('case_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row !== undefined;
}

export const staffOfUnit = (trx: Trx, unitCode: string) =>
  trx
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('unit_code', '=', unitCode)
    .where('active', '=', true)
    .orderBy('name')
    .execute();

/** Tells every server that a case changed, once the transaction commits. */
export const announceChange = (trx: Trx, change: { code: string; path: string; desk?: string | null }) =>
  sql`select pg_notify('case_changed', ${JSON.stringify(change)})`.execute(trx);

export const asJson = (value: Json) => JSON.stringify(value);

/** Whether it failed because this unique thing is there already. */
export const isTaken = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint;
