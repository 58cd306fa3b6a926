import type { Insertable, Selectable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { UnitKeys } from '#platform/postgres/schema.ts';

export type UnitKeyRow = Selectable<UnitKeys>;

export const currentKey = (trx: Trx, unitCode: string): Promise<UnitKeyRow | undefined> =>
  trx
    .selectFrom('unit_keys')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('retired_at', 'is', null)
    .executeTakeFirst();

export const keyByFingerprint = (trx: Trx, fingerprint: string): Promise<UnitKeyRow | undefined> =>
  trx.selectFrom('unit_keys').selectAll().where('fingerprint', '=', fingerprint).executeTakeFirst();

/** As this viewer sees them: of their unit and those below. */
export const listKeys = (trx: Trx): Promise<UnitKeyRow[]> =>
  trx.selectFrom('unit_keys').selectAll().orderBy('made_at', 'desc').limit(500).execute();

export const insertKey = (trx: Trx, row: Insertable<UnitKeys>) =>
  trx.insertInto('unit_keys').values(row).execute();

/** Returns whether there was one. */
export async function retireKeyOf(trx: Trx, unitCode: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('unit_keys')
    .set({ retired_at: at })
    .where('unit_code', '=', unitCode)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
