import { type Insertable, type Selectable, sql } from 'kysely';
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

export type LetterRow = LinkRow & {
  /** How its letter fared; null while it waits to be sent. */
  delivery: string | null;
};

/** The links of sendings, each with what became of its letter. */
export async function lettersOf(trx: Trx, attemptIds: readonly string[]): Promise<LetterRow[]> {
  const links = await linksOf(trx, attemptIds);
  if (links.length === 0) return [];
  const ids = links.map(({ id }) => id);
  const { rows } = await sql<{ link_id: string; outcome: string | null }>`
    select link_id, outcome from motcua.letters_of_links(${ids}::uuid[])`.execute(trx);
  const outcomes = new Map(rows.map(({ link_id, outcome }) => [link_id, outcome]));
  return links.map((link) => ({ ...link, delivery: outcomes.get(link.id) ?? null }));
}

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
