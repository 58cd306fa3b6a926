import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** A telephone: the unit whose switchboard it hangs on, and its number there. Every unit has a 101. */
export type Telephone = { switchboard: string; extension: string };

/** Who sits at this telephone now; who moved to another unit left it. */
export const whoSitsAt = (trx: Trx, { switchboard, extension }: Telephone) =>
  trx
    .selectFrom('phone_extensions')
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.id', '=', 'phone_extensions.staff_id')
        .onRef('staff.unit_code', '=', 'phone_extensions.switchboard'),
    )
    .select(['phone_extensions.staff_id', 'staff.name', 'phone_extensions.claimed_at'])
    .where('switchboard', '=', switchboard)
    .where('extension', '=', extension)
    .executeTakeFirst();

/** The extension this person claimed at their unit's switchboard. */
export async function extensionOf(trx: Trx, staffId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('phone_extensions')
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.id', '=', 'phone_extensions.staff_id')
        .onRef('staff.unit_code', '=', 'phone_extensions.switchboard'),
    )
    .select('extension')
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row?.extension ?? null;
}

/** The person leaves where they sat, and whoever sat at the new telephone leaves it. */
export async function seat(trx: Trx, staffId: string, at: Telephone, claimed_at: Date): Promise<void> {
  // Two who sit down at once do so one after the other; it happens at a change of shift.
  await sql`select pg_advisory_xact_lock(hashtext('phone_extensions'))`.execute(trx);
  await trx
    .deleteFrom('phone_extensions')
    .where((eb) => eb.or([eb('staff_id', '=', staffId), eb.and(at)]))
    .execute();
  await trx
    .insertInto('phone_extensions')
    .values({ ...at, staff_id: staffId, claimed_at })
    .execute();
}

export const unseat = (trx: Trx, staffId: string) =>
  trx.deleteFrom('phone_extensions').where('staff_id', '=', staffId).execute();
