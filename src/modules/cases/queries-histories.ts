import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CaseRow } from './queries.ts';

/** What the course of many cases is read from: each list is one statement, however many cases there are. */
const any = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

export const listCasesById = (trx: Trx, ids: readonly string[]): Promise<CaseRow[]> =>
  trx.selectFrom('cases').selectAll().where('id', '=', any(ids)).execute();

export const listTransfersOf = (trx: Trx, ids: readonly string[]) =>
  trx
    .selectFrom('case_transfers')
    .select(['case_id', 'from_unit', 'to_unit', 'at'])
    .where('case_id', '=', any(ids))
    .orderBy('at')
    .execute();

/** Between an end and a reopening. */
export const listEndsOf = (trx: Trx, ids: readonly string[]) =>
  trx
    .selectFrom('case_pauses')
    .select(['case_id', 'started_at', 'ended_at'])
    .where('case_id', '=', any(ids))
    .where('reason', '=', 'ended')
    .orderBy('started_at')
    .execute();

export const listTurnsOf = (trx: Trx, ids: readonly string[]) =>
  trx
    .selectFrom('case_turns')
    .select(['case_id', 'task_id', 'step_code', 'party', 'unit_code', 'started_at', 'ended_at'])
    .where('case_id', '=', any(ids))
    .orderBy('started_at')
    .execute();

export const listTaskLevelsOf = (trx: Trx, ids: readonly string[]) =>
  trx
    .selectFrom('case_tasks')
    .select(['case_id', 'id', 'level', 'counted'])
    .where('case_id', '=', any(ids))
    .execute();

/** Those that were supplemented at least once. */
export const listSupplemented = (trx: Trx, ids: readonly string[]) =>
  trx.selectFrom('case_supplements').select('case_id').distinct().where('case_id', '=', any(ids)).execute();
