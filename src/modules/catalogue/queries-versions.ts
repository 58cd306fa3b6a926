import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** Where versions of what a profile says are kept, each for the days it holds. */
export type VersionTable = 'service_versions' | 'standard_versions' | 'regulations' | 'paper_templates';

export async function supersede(
  trx: Trx,
  table: VersionTable,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable(table)
    // A clock set back must not stop a correction.
    .set({ superseded_at: sql<Date>`greatest(loaded_at, ${now})` })
    .where('id', 'in', ids)
    .execute();
}

type Entry = { validFrom: string; validTo?: string | undefined; source: string };

/** The columns that every table of versions has. */
export const versionOf = (entry: Entry, now: Date) => ({
  valid_from: entry.validFrom,
  valid_to: entry.validTo ?? null,
  definition: JSON.stringify(entry),
  source: entry.source,
  loaded_at: now,
});
