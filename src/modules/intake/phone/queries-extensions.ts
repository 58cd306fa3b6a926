import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** Who sits at this telephone now. */
export const whoSitsAt = (trx: Trx, extension: string) =>
  trx
    .selectFrom('phone_extensions')
    .innerJoin('staff', 'staff.id', 'phone_extensions.staff_id')
    .select(['phone_extensions.staff_id', 'staff.name', 'phone_extensions.claimed_at'])
    .where('extension', '=', extension)
    .executeTakeFirst();

export async function extensionOf(trx: Trx, staffId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('phone_extensions')
    .select('extension')
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row?.extension ?? null;
}

/** The person leaves where they sat, and whoever sat at the new telephone leaves it. */
export async function seat(trx: Trx, staffId: string, extension: string, at: Date): Promise<void> {
  // Two who sit down at once do so one after the other; it happens at a change of shift.
  await sql`select pg_advisory_xact_lock(hashtext('phone_extensions'))`.execute(trx);
  await trx
    .deleteFrom('phone_extensions')
    .where((eb) => eb.or([eb('staff_id', '=', staffId), eb('extension', '=', extension)]))
    .execute();
  await trx.insertInto('phone_extensions').values({ extension, staff_id: staffId, claimed_at: at }).execute();
}

export const unseat = (trx: Trx, staffId: string) =>
  trx.deleteFrom('phone_extensions').where('staff_id', '=', staffId).execute();
