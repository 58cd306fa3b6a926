import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { PortalConflicts } from '#platform/postgres/schema.ts';

export type ConflictRow = Selectable<PortalConflicts>;

/** The same message gives one conflict, however often it is looked at. */
export const insertConflict = (trx: Trx, row: Omit<Insertable<PortalConflicts>, 'id'>) =>
  trx
    .insertInto('portal_conflicts')
    .values({ ...row, id: randomUUID() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const findConflict = (trx: Trx, id: string): Promise<ConflictRow | undefined> =>
  trx.selectFrom('portal_conflicts').selectAll().where('id', '=', id).executeTakeFirst();

export const lockConflict = (trx: Trx, id: string): Promise<ConflictRow | undefined> =>
  trx.selectFrom('portal_conflicts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const updateConflict = (trx: Trx, id: string, change: Updateable<PortalConflicts>) =>
  trx.updateTable('portal_conflicts').set(change).where('id', '=', id).execute();

/** How many wait for a decision, also beyond those that are listed. */
export async function countOpenConflicts(trx: Trx, endpoint: string | undefined): Promise<number> {
  const { n } = await trx
    .selectFrom('portal_conflicts')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('settled_at', 'is', null)
    .$if(endpoint !== undefined, (query) => query.where('endpoint', '=', endpoint ?? ''))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Those that wait for a decision first, then what was settled; as this viewer sees the cases. */
export const listConflicts = (trx: Trx, of: { endpoint?: string | undefined; caseId?: string } = {}) =>
  trx
    .selectFrom('portal_conflicts')
    .innerJoin('dossiers', 'dossiers.case_id', 'portal_conflicts.case_id')
    .innerJoin('cases', 'cases.id', 'portal_conflicts.case_id')
    .selectAll('portal_conflicts')
    .select(['dossiers.code as dossier_code', 'dossiers.status as status_now', 'cases.code as case_code'])
    .$if(of.endpoint !== undefined, (query) =>
      query.where('portal_conflicts.endpoint', '=', of.endpoint ?? ''),
    )
    .$if(of.caseId !== undefined, (query) => query.where('portal_conflicts.case_id', '=', of.caseId ?? ''))
    .orderBy('settled_at', (order) => order.desc().nullsFirst())
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
export type ConflictView = Awaited<ReturnType<typeof listConflicts>>[number];
