import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { verifyChain } from '#modules/cases/index.ts';
import { loadProfile } from '#modules/catalogue/index.ts';
import { systemClock } from '#platform/clock.ts';
import { aPaperDesk } from '#test/a-paper.ts';
import { useDb } from '#test/use-db.ts';
import { fillDemonstration } from './fill.ts';
import type { PaperDesk } from './stories/signed-papers.ts';

const t = useDb();
const { db, owner } = t;
let deps: PaperDesk;
beforeAll(async () => {
  deps = { ...(await aPaperDesk(t)).deps, clock: systemClock };
});

test('the demonstration is worked through by its people, holds together, and is filled once', async () => {
  await loadProfile(db, 'profiles/evnspc', systemClock);
  const { cases } = await fillDemonstration(deps, 'profiles/evnspc');
  expect(cases).toBeGreaterThan(30);
  expect(await verifyChain(db)).toMatchObject({ cases, breaks: [] });
  const states = await owner
    .selectFrom('cases')
    .select(['state', sql<number>`count(*)`.as('n')])
    .groupBy('state')
    .execute();
  expect(states.length).toBeGreaterThan(3);
  const known = await owner
    .selectFrom('cases')
    .innerJoin('customers', 'customers.code', 'cases.customer_code')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirst();
  expect(known?.n).toBeGreaterThan(20);
  const served = await owner
    .selectFrom('cases')
    .select(['channel', 'filed_at', sql<number>`min(visits)`.as('least')])
    .where('channel', 'in', ['counter', 'administration_centre'])
    .groupBy(['channel', 'filed_at'])
    .orderBy('channel')
    .execute();
  expect(served).toEqual([
    { channel: 'administration_centre', filed_at: 'TINH72_HCC', least: 1 },
    { channel: 'counter', filed_at: null, least: 1 },
  ]);
  await tellsTheOneStopStory();
  expect(await fillDemonstration(deps, 'profiles/evnspc')).toEqual({ cases: 0 });
}, 240_000);

async function tellsTheOneStopStory() {
  const sent = await owner
    .selectFrom('agency_tasks')
    .select(['decision', sql<boolean>`received_at is not null`.as('received'), 'how'])
    .select(sql<boolean>`recorded_by_unit`.as('from_paper'))
    .select(
      sql<boolean>`agency_tasks.task_id in (select task_id from agency_supplements where answered_at is null)`.as(
        'waits',
      ),
    )
    .select(sql<number>`count(*)::int`.as('n'))
    .groupBy(['decision', 'received', 'how', 'from_paper', 'waits'])
    .execute();
  expect(sent).toEqual(
    expect.arrayContaining(
      [
        { decision: null, received: true, how: 'system', waits: false },
        { decision: null, received: true, how: 'system', waits: true },
        { decision: 'refused', how: 'system' },
        { decision: 'handed_back', how: 'system' },
        { decision: 'approved', how: 'system', from_paper: false },
        { decision: 'approved', how: 'mail', from_paper: true },
      ].map((one) => expect.objectContaining(one)),
    ),
  );
  const dossiers = await owner.selectFrom('dossiers').select('centre_code').distinct().execute();
  expect(dossiers).toEqual([{ centre_code: 'TINH72_HCC' }]);
  const papers = await owner
    .selectFrom('papers')
    .select(['kind', 'state'])
    .distinct()
    .orderBy('kind')
    .execute();
  expect(papers.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'acceptance-minutes complete',
    'connection-agreement complete',
    'energising-minutes complete',
    'sale-contract complete',
    'survey-minutes complete',
  ]);
  const crossed = await owner
    .selectFrom('case_party_times')
    .select(sql<number>`count(distinct case_id)::int`.as('n'))
    .where('party', '=', 'agency')
    .executeTakeFirst();
  expect(crossed?.n).toBeGreaterThan(8);
}
