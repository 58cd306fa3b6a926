import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Dossiers } from '#platform/postgres/schema.ts';
import type { StatusEvent } from './rules/fold-status.ts';

export type DossierRow = Selectable<Dossiers>;

export const findDossier = (trx: Trx, caseId: string): Promise<DossierRow | undefined> =>
  trx.selectFrom('dossiers').selectAll().where('case_id', '=', caseId).executeTakeFirst();

export const findDossierByCode = (trx: Trx, code: string): Promise<DossierRow | undefined> =>
  trx.selectFrom('dossiers').selectAll().where('code', '=', code).executeTakeFirst();

export const lockDossier = (trx: Trx, caseId: string): Promise<DossierRow | undefined> =>
  trx.selectFrom('dossiers').selectAll().where('case_id', '=', caseId).forUpdate().executeTakeFirst();

export const insertDossier = (trx: Trx, row: Insertable<Dossiers>) =>
  trx.insertInto('dossiers').values(row).returningAll().executeTakeFirstOrThrow();

export const updateDossier = (trx: Trx, caseId: string, change: Updateable<Dossiers>) =>
  trx.updateTable('dossiers').set(change).where('case_id', '=', caseId).execute();

/** One number of a case at a time: whoever registers the same case waits here and then finds it done. */
export const holdCase = (trx: Trx, caseId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`dossier ${caseId}`}, 0))`.execute(trx);

/** The next number of the day, held until this transaction ends: taken back with it, and by nobody else meanwhile. */
export async function nextNumber(trx: Trx, agencyId: string, day: string): Promise<number> {
  const { last } = await trx
    .insertInto('dossier_counters')
    .values({ agency_id: agencyId, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'day']).doUpdateSet({ last: sql<number>`dossier_counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** What happened to a case, as far as a status is told by it. */
export const listStatusEvents = (trx: Trx, caseId: string): Promise<StatusEvent[]> =>
  trx
    .selectFrom('case_events')
    .select(['seq', 'at', 'kind', 'channel'])
    .select(sql<string | null>`data ->> 'taskId'`.as('task'))
    .select(sql<unknown>`data -> 'status'`.as('status'))
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();

/** The same of many cases, each case's in order. */
export const listStatusEventsOf = (
  trx: Trx,
  caseIds: readonly string[],
): Promise<(StatusEvent & { case_id: string })[]> =>
  trx
    .selectFrom('case_events')
    .select(['case_id', 'seq', 'at', 'kind', 'channel'])
    .select(sql<string | null>`data ->> 'taskId'`.as('task'))
    .select(sql<unknown>`data -> 'status'`.as('status'))
    .where('case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
    .orderBy('case_id')
    .orderBy('seq')
    .execute();

export type RegisterRow = DossierRow & {
  case_code: string;
  customer_name: string;
  service_code: string;
  unit_code: string;
};

/** The dossiers of a centre that came in between two days, as this viewer sees them, in the order of their numbers. */
export const listRegister = (trx: Trx, centre: string, from: string, to: string): Promise<RegisterRow[]> =>
  trx
    .selectFrom('dossiers')
    .innerJoin('cases', 'cases.id', 'dossiers.case_id')
    .selectAll('dossiers')
    .select(['cases.code as case_code', 'cases.customer_name', 'cases.service_code', 'cases.unit_code'])
    .where('centre_code', '=', centre)
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .orderBy('received_on')
    .orderBy('running')
    .limit(mostInRegister + 1)
    .execute();
/** More than this on one paper is read by nobody: it is refused, and never cut. */
export const mostInRegister = 5000;

/** Dossiers of no portal that are under way: of a centre, or of a company where the place is one. */
export const listLiveUnlinked = (trx: Trx, place: string, companyPath: string) =>
  trx
    .selectFrom('dossiers')
    .innerJoin('cases', 'cases.id', 'dossiers.case_id')
    .select('dossiers.case_id')
    .where('endpoint', 'is', null)
    .where('status', 'not in', [3, 7, 8, 10])
    .where(
      sql<boolean>`(centre_code = ${place} or (${companyPath} ~ ${`(^|[.])${place}$`} and cases.unit_path <@ ${companyPath}::ltree))`,
    )
    .orderBy('received_on')
    .orderBy('running')
    .execute();

/** The codes alone, for whoever holds a printed register: nothing else of a dossier is told. */
export const listCodes = (trx: Trx, centre: string, from: string, to: string) =>
  trx
    .selectFrom('dossiers')
    .select(['code', 'agency_id'])
    .where('centre_code', '=', centre)
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .orderBy('received_on')
    .orderBy('running')
    .limit(mostInRegister + 1)
    .execute();

export const findEventHash = (trx: Trx, caseId: string, seq: number) =>
  trx
    .selectFrom('case_events')
    .select(['hash', 'kind', 'at'])
    .where('case_id', '=', caseId)
    .where('seq', '=', seq)
    .executeTakeFirst();
