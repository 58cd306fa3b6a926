import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyChain } from '#modules/cases/index.ts';
import { loadProfile } from '#modules/catalogue/index.ts';
import { systemClock } from '#platform/clock.ts';
import { useDb } from '#test/use-db.ts';
import { fillDemonstration } from './fill.ts';

const { db, owner } = useDb();
const deps = { db, clock: systemClock };

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
  expect(await fillDemonstration(deps, 'profiles/evnspc')).toEqual({ cases: 0 });
}, 60_000);
