import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CalendarDefinition, ServiceDefinition } from './definition.ts';
import { versionOf } from './queries-versions.ts';

export type StandardKind =
  | 'standard'
  | 'escalation'
  | 'utility'
  | 'channel'
  | 'connection'
  | 'getting_electricity'
  | 'agency_id'
  | 'one_stop'
  | 'regulation_template'
  | 'map';

/** One loading at a time: a second one waits, and then finds the content loaded. */
export async function claimLoading(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('motcua profile'))`.execute(trx);
}

export async function lastHash(trx: Trx): Promise<string | undefined> {
  const row = await trx
    .selectFrom('profile_loads')
    .select('content_hash')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content_hash;
}

export async function noteLoad(trx: Trx, hash: string, now: Date): Promise<void> {
  await trx.insertInto('profile_loads').values({ content_hash: hash, loaded_at: now }).execute();
}

export const listServiceHeads = (trx: Trx) =>
  trx
    .selectFrom('service_versions')
    .select(['id', 'service_code as code', 'valid_from', 'definition'])
    .where('superseded_at', 'is', null)
    .execute();

export const listStandardHeads = (trx: Trx, kind: StandardKind) =>
  trx
    .selectFrom('standard_versions')
    .select(['id', 'code', 'valid_from', 'definition'])
    .where('kind', '=', kind)
    .where('superseded_at', 'is', null)
    .execute();

export const listCalendarHeads = (trx: Trx) =>
  trx
    .selectFrom('calendar_versions')
    .distinctOn('calendar_code')
    .select(['calendar_code', 'version', 'definition'])
    .orderBy('calendar_code')
    .orderBy('version', 'desc')
    .execute();

type Entry = { code: string; validFrom: string; validTo?: string | undefined; source: string };

export async function addServiceVersion(trx: Trx, service: ServiceDefinition, now: Date): Promise<void> {
  await trx
    .insertInto('service_versions')
    .values({ service_code: service.code, ...versionOf(service, now) })
    .execute();
}

export const addStandardVersion =
  (kind: StandardKind) =>
  async (trx: Trx, entry: Entry, now: Date): Promise<void> => {
    await trx
      .insertInto('standard_versions')
      .values({ kind, code: entry.code, ...versionOf(entry, now) })
      .execute();
  };

export async function addCalendarVersion(
  trx: Trx,
  calendar: CalendarDefinition,
  version: number,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('calendar_versions')
    .values({ calendar_code: calendar.code, version, definition: JSON.stringify(calendar), loaded_at: now })
    .execute();
}
