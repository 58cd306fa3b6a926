import { type Insertable, type Selectable, sql } from 'kysely';
import {
  addRegulationVersion,
  type RegulationDefinition,
  regulationSchema,
} from '#modules/catalogue/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { RegulationStages } from '#platform/postgres/schema.ts';
import type { Binding } from './rules/overview.ts';
import { type Stage, stages } from './rules/stages.ts';

export type Version = {
  id: number;
  code: string;
  province: string;
  status: 'issued' | 'drafting';
  recorded: boolean;
  recordedAt: Date;
  definition: RegulationDefinition;
};
export type Recorded = {
  id: number;
  province: string;
  stage: Stage;
  since: string;
  body: string | null;
  note: string;
  reason: string | null;
  regulationCode: string | null;
  document: unknown;
  at: Date;
  by: string;
};

/** One at a time writes what binds where. */
export async function lockRegulations(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('motcua regulations'))`.execute(trx);
}

/** Every version that stands, of one province or of all, by the day from which it holds. */
export async function listVersions(trx: Trx, province?: string): Promise<Version[]> {
  const rows = await trx
    .selectFrom('regulations')
    .select(['id', 'code', 'province_code', 'origin', 'definition', 'loaded_at'])
    .where('superseded_at', 'is', null)
    .$if(province !== undefined, (query) => query.where('province_code', '=', province ?? ''))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return rows.map(({ id, code, province_code, origin, definition: written, loaded_at: recordedAt }) => {
    const definition = regulationSchema.parse(written);
    const { status } = definition;
    return {
      id,
      code,
      province: province_code,
      status,
      recorded: origin === 'recorded',
      recordedAt,
      definition,
    };
  });
}

/** On which days each binds; services that share the days are one. */
export async function listBindings(trx: Trx, province?: string): Promise<Binding[]> {
  const rows = await trx
    .selectFrom('regulation_days')
    .select((eb) => [
      'regulation_id as regulationId',
      'province_code as province',
      sql<string>`lower(days)::text`.as('from'),
      sql<string | null>`(upper(days) - 1)::text`.as('to'),
      eb.fn.countAll().as('services'),
    ])
    .$if(province !== undefined, (query) => query.where('province_code', '=', province ?? ''))
    .groupBy(['regulation_id', 'province_code', 'days'])
    .orderBy('province_code')
    .orderBy('days')
    .execute();
  return rows.map(({ services: _, ...binding }) => binding);
}

/** The moves, oldest first. */
export async function listMoves(trx: Trx, province?: string): Promise<Recorded[]> {
  const rows = await trx
    .selectFrom('regulation_stages')
    .selectAll()
    .$if(province !== undefined, (query) => query.where('province_code', '=', province ?? ''))
    .orderBy('id')
    .execute();
  return rows.map(asRecorded);
}

export async function findMove(trx: Trx, requestId: string): Promise<Recorded | undefined> {
  const row = await trx
    .selectFrom('regulation_stages')
    .selectAll()
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row && asRecorded(row);
}

export async function insertMove(trx: Trx, row: Insertable<RegulationStages>): Promise<Recorded> {
  return asRecorded(
    await trx.insertInto('regulation_stages').values(row).returningAll().executeTakeFirstOrThrow(),
  );
}

/** A regulation recorded again for the same day takes the place of what was recorded first. */
export async function insertRecorded(trx: Trx, definition: RegulationDefinition, now: Date): Promise<void> {
  const { code, province } = definition;
  await trx
    .updateTable('regulations')
    .set({ superseded_at: sql<Date>`greatest(loaded_at, ${now})` })
    .where('code', '=', code)
    .where('province_code', '=', province)
    .where('superseded_at', 'is', null)
    .execute();
  await addRegulationVersion('recorded')(trx, definition, now);
}

function asRecorded(row: Selectable<RegulationStages>): Recorded {
  const stage = stages.find((known) => known === row.stage);
  if (!stage) throw new Error(`the database holds the stage '${row.stage}'`);
  return {
    id: row.id,
    province: row.province_code,
    stage,
    since: row.since,
    body: row.body_code,
    note: row.note,
    reason: row.reason,
    regulationCode: row.regulation_code,
    document: row.document,
    at: row.at,
    by: row.by_whom,
  };
}
