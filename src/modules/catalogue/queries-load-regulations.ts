import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { versionOf } from './queries-versions.ts';
import type { RegulationDefinition } from './regulation.ts';

export const listRegulationHeads = (trx: Trx) =>
  trx
    .selectFrom('regulations')
    .select(['id', 'code', 'valid_from', 'definition'])
    .where('origin', '=', 'profile')
    .where('superseded_at', 'is', null)
    .execute();

export const addRegulationVersion =
  (origin: 'profile' | 'recorded') =>
  async (trx: Trx, regulation: RegulationDefinition, now: Date): Promise<void> => {
    const { code, province, status, services } = regulation;
    await trx
      .insertInto('regulations')
      .values({
        ...{ code, status, services, origin },
        province_code: province,
        ...versionOf(regulation, now),
      })
      .execute();
  };

/** Says anew which regulation binds on which days; in the transaction that added a version or a move. */
export async function bindRegulations(trx: Trx): Promise<void> {
  await sql`call motcua.bind_regulations()`.execute(trx);
}
