import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { useDb } from '#test/use-db.ts';
import { listOwnRequests, listPublicRequests } from './queries.ts';

const t = useDb({ profile: true });

/** Thirty thousand cases of one day each minute, one in fifty of them by this door, one in five hundred by one app. */
async function fill(owner: Database): Promise<void> {
  await sql`insert into cases (id, code, state, service_version_id, service_code, variant, channel, unit_code, unit_path,
      customer_name, customer_phone, address, language, search, visits_promised, opened_at, due_derivation, version, head_hash, filed_at)
    select gen_random_uuid(), lpad(n::text, 11, '0'), 'opened', v.id, v.service_code, 'x',
      case when n % 50 = 0 then 'open311' else 'web' end, u.code, u.path, 'x', '1', 'x', 'vi', '', 0,
      '2026-03-04T02:00:00Z'::timestamptz - n * interval '1 minute', '{}', 1, repeat('0', 64),
      case when n % 500 = 0 then 'key:a' end
    from generate_series(1, 30000) n,
      (select id, service_code from service_versions order by id limit 1) v,
      (select code, path from org_units where kind = 'district_unit' order by code limit 1) u`.execute(owner);
  await sql`analyze cases`.execute(owner);
}

const day = 86_400_000;
const filter = () => ({
  from: new Date(t.clock.now().getTime() - 90 * day),
  to: t.clock.now(),
  services: [],
  open: true,
  closed: true,
});
type Listing = ReturnType<typeof listPublicRequests>;
const planOf = async (listing: Listing): Promise<string> => JSON.stringify(await listing.explain('json'));

test('what anybody lists, and what an app lists, is found by an index', async () => {
  await fill(t.owner);
  const open = await inScope(t.db, systemScope, (trx) => planOf(listPublicRequests(trx, filter())));
  expect(open).toContain('cases_open311');
  expect(open).not.toContain('"Seq Scan"');
  const one = { codes: [crypto.randomUUID()] };
  const single = await inScope(t.db, systemScope, (trx) => planOf(listPublicRequests(trx, one)));
  expect(single).toContain('cases_public_id');
  const scope = { paths: [], caseIds: [], system: false, desks: ['key:a'] };
  const own = await inScope(t.db, scope, (trx) =>
    planOf(listOwnRequests(trx, { kind: 'customer', scope }, filter())),
  );
  expect(own).toContain('cases_filed_at');
  expect(own).not.toContain('"Seq Scan"');
});
