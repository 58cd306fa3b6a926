import { sql } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';

export type EndpointHealth = {
  code: string;
  last_out: Date | null;
  last_in: Date | null;
  waiting: number;
  oldest: Date | null;
  dead: number;
  held: number;
  oldest_held: Date | null;
  errors: number;
  conflicts: number;
};

/** How each connection fares, as this viewer sees them. Errors: tries that failed and messages that were refused, since then. */
export async function readHealth(trx: Trx, since: Date): Promise<EndpointHealth[]> {
  const { rows } = await sql<EndpointHealth>`
    select e.code,
      (select max(settled_at) from portal_messages m where m.endpoint = e.code and m.state = 'delivered') as last_out,
      (select max(received_at) from portal_inbox i where i.endpoint = e.code and i.state <> 'refused') as last_in,
      coalesce(b.waiting, 0)::int as waiting, b.oldest, coalesce(b.dead, 0)::int as dead,
      (select count(*) from portal_inbox i where i.endpoint = e.code and i.state = 'held')::int as held,
      (select min(received_at) from portal_inbox i where i.endpoint = e.code and i.state = 'held') as oldest_held,
      ((select count(*) from portal_attempts a where a.endpoint = e.code and not a.ok and a.at > ${since})
        + (select count(*) from portal_inbox i where i.endpoint = e.code and i.state = 'refused' and i.received_at > ${since}))::int as errors,
      (select count(*) from portal_conflicts c where c.endpoint = e.code and c.settled_at is null)::int as conflicts
    from portal_endpoints e
    left join lateral (select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'dead') as dead,
      min(created_at) as oldest from portal_messages m where m.endpoint = e.code and m.state in ('waiting', 'dead')) b on true
    order by e.code`.execute(trx);
  return rows;
}
