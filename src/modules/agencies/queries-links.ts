import type { Insertable, Selectable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { AgencyLinks } from '#platform/postgres/schema.ts';

export type LinkRow = Selectable<AgencyLinks>;

export const findLink = (trx: Trx, tokenHash: string): Promise<LinkRow | undefined> =>
  trx.selectFrom('agency_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();

/** The links that were made for a sending, the newest last. */
export const linksOf = (trx: Trx, attemptIds: readonly string[]): Promise<LinkRow[]> =>
  attemptIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('agency_links')
        .selectAll()
        .where('agency_task_id', 'in', [...attemptIds])
        .orderBy('made_at')
        .execute();

/** The new link of a sending, in place of those before it; false: one was made for this cause already. */
export async function putLink(trx: Trx, row: Insertable<AgencyLinks> & { made_at: Date }): Promise<boolean> {
  const there = await trx
    .selectFrom('agency_links')
    .select('id')
    .where('agency_task_id', '=', row.agency_task_id)
    .where('cause', '=', row.cause)
    .executeTakeFirst();
  if (there) return false;
  await endLinks(trx, row.agency_task_id, row.made_at);
  await trx.insertInto('agency_links').values(row).execute();
  return true;
}

export const endLinks = (trx: Trx, attemptId: string, at: Date) =>
  trx
    .updateTable('agency_links')
    .set({ ended_at: at })
    .where('agency_task_id', '=', attemptId)
    .where('ended_at', 'is', null)
    .execute();
