import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { RegulationDefinition } from './regulation.ts';

export const listRegulationHeads = (trx: Trx) =>
  trx
    .selectFrom('regulations')
    .select(['id', 'code', 'valid_from', 'definition'])
    .where('origin', '=', 'profile')
    .where('superseded_at', 'is', null)
    .execute();

export async function supersedeRegulations(trx: Trx, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('regulations')
    // A clock set back must not stop a correction.
    .set({ superseded_at: sql<Date>`greatest(loaded_at, ${now})` })
    .where('id', 'in', ids)
    .execute();
}

export async function addRegulationVersion(
  trx: Trx,
  regulation: RegulationDefinition,
  origin: 'profile' | 'recorded',
  now: Date,
): Promise<void> {
  const { code, province, status, services, validFrom, validTo, source } = regulation;
  await trx
    .insertInto('regulations')
    .values({
      ...{ code, status, services, source, origin },
      province_code: province,
      valid_from: validFrom,
      valid_to: validTo ?? null,
      definition: JSON.stringify(regulation),
      loaded_at: now,
    })
    .execute();
}

/** Says anew which regulation binds on which days; in the transaction that added a version or a move. */
export async function bindRegulations(trx: Trx): Promise<void> {
  await sql`call motcua.bind_regulations()`.execute(trx);
}
