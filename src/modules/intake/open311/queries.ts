import type { Selectable } from 'kysely';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Actor } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Cases, DB } from '#platform/postgres/schema.ts';
import { type Filter, mostRequests } from './rules/read-filter.ts';

const liveStates = ['opened', 'transferred', 'accepted', 'waiting', 'reopened', 'finished'];
const endedStates = ['closed', 'declined', 'withdrawn'];

type Personal = Partial<Pick<Selectable<Cases>, 'address' | 'customer_code' | 'details'>>;
export type RequestRow = Pick<
  Selectable<Cases>,
  'state' | 'service_version_id' | 'unit_code' | 'opened_at' | 'due_at' | 'closed_at'
> & { id: string; changed_at: Date | null; step_code: string | null } & Personal;

type Viewer = Pick<Actor, 'kind'> & { scope: Pick<Actor['scope'], 'desks'> };

const select = (trx: Trx) =>
  trx
    .selectFrom('cases')
    .select(['state', 'service_version_id', 'unit_code', 'opened_at', 'due_at', 'closed_at'])
    .select(
      sql<Date | null>`(select at from case_events e where e.case_id = cases.id and e.seq = cases.version)`.as(
        'changed_at',
      ),
    )
    .select(
      sql<string | null>`(select step_code from case_tasks t where t.case_id = cases.id and t.state = 'open'
        order by ordinal limit 1)`.as('step_code'),
    );

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What anybody may see: requests that came in by this door, by ids that open nothing, without a word of what is somebody's own. */
export function listPublicRequests(trx: Trx, filter: Filter) {
  const open = select(trx).select('public_id as id').where('channel', '=', 'open311');
  if (!('codes' in filter)) return narrow(open, filter);
  const ids = filter.codes.filter((code) => uuid.test(code));
  return open.where(sql<boolean>`public_id = any (${ids}::uuid[])`);
}

/** What the viewer's scope shows; of an app, what it filed, and no customer code but the one it gave. */
export function listOwnRequests(trx: Trx, { kind, scope: { desks = [] } }: Viewer, filter: Filter) {
  const code =
    kind === 'customer' ? sql`case when not customer_matched then customer_code end` : sql`customer_code`;
  const own = select(trx)
    .select(['code as id', 'address', 'details'])
    .select(code.$castTo<string | null>().as('customer_code'));
  const seen = desks.length > 0 ? own.where('filed_at', 'in', [...desks]) : own;
  return 'codes' in filter ? seen.where('code', 'in', filter.codes) : narrow(seen, filter);
}

/** The latest first; what goes beyond the standard's thousand is reached by moving `end_date`. */
function narrow<O>(
  requests: SelectQueryBuilder<DB, 'cases', O>,
  filter: Exclude<Filter, { codes: string[] }>,
) {
  const states = [...(filter.open ? liveStates : []), ...(filter.closed ? endedStates : [])];
  const found = requests
    .where('opened_at', '>=', filter.from)
    .where('opened_at', '<=', filter.to)
    .where('state', 'in', states)
    .orderBy('opened_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(mostRequests);
  return filter.services.length > 0 ? found.where('service_code', 'in', filter.services) : found;
}

/** The case that a request opened, where it came in by this door. `since`: only if it was opened after that. */
export async function findByRequest(trx: Trx, requestId: string, since?: Date) {
  const row = await trx
    .selectFrom('case_events')
    .innerJoin('cases', 'cases.id', 'case_events.case_id')
    .select(['cases.code', 'cases.public_id', 'cases.opened_at'])
    .where('request_id', '=', requestId)
    .where('kind', '=', 'open')
    .where('cases.channel', '=', 'open311')
    .executeTakeFirst();
  return row && (!since || row.opened_at > since) ? row : undefined;
}

/** Which districts a unit serves on a day, with their province. */
export const districtsServed = (trx: Trx, unitCodes: readonly string[], on: string) =>
  trx
    .selectFrom('districts')
    .innerJoin('provinces', 'provinces.code', 'districts.province_code')
    .select(['unit_code', 'districts.name_vi', 'districts.name_en', 'districts.uncertain'])
    .select(['provinces.name_vi as province_vi', 'provinces.name_en as province_en'])
    .where('unit_code', 'in', [...unitCodes])
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute();

/** When the services last changed: what a client compares to know whether to read them again. */
export async function servicesChangedAt(trx: Trx): Promise<Date> {
  const row = await trx
    .selectFrom('service_versions')
    .select(sql<Date>`max(greatest(loaded_at, coalesce(superseded_at, loaded_at)))`.as('at'))
    .executeTakeFirstOrThrow();
  return row.at;
}
