import pg from 'pg';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase } from '#test/a-crossing-case.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { readBodiesPage } from './console/bodies-facts.ts';
import { listTasksOf } from './list-tasks.ts';
import { putAddress } from './queries-bodies.ts';

const t = useDb();
let crossing: number;
beforeEach(async () => {
  await aUtility(t.owner);
  crossing = (await aProvince(t.owner)).crossingVersionId;
});

/** How often the database is asked, and what is found. */
async function counted<T>(actor: Actor, work: (trx: Trx) => Promise<T>): Promise<[number, T]> {
  const asks = vi.spyOn(pg.Client.prototype, 'query');
  const found = await inScope(t.db, actor.scope, work);
  const times = asks.mock.calls.length;
  asks.mockRestore();
  return [times, found];
}

test('a list of four steps asks the database as often as one of one step', async () => {
  const officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  const look = () => counted(officer, (trx) => listTasksOf(trx, officer, 'new', 1, t.clock.now()));
  const first = await aCrossingCase(t, crossing);
  await look(); // the definition of a service is learnt once in a process
  const [once, one] = await look();
  for (let n = 0; n < 3; n++) await aCrossingCase(t, crossing);
  const [often, many] = await look();
  expect([one.tasks.length, many.tasks.length]).toEqual([1, 4]);
  expect(new Set(many.tasks.map(({ code }) => code)).size).toBe(4);
  expect(many.tasks.map(({ code, daysLeft }) => [code, daysLeft])).toContainEqual([first.code, 5]);
  expect(once).toBeGreaterThan(5);
  expect(often).toBe(once);
});

test('the page of the bodies asks as often for several as for none, and knows the newest address of each', async () => {
  const director = await aStaffMember(t.owner, 'company_director', 'C1');
  const nobody = { ...director, scope: { ...director.scope, paths: [] } };
  const write = (valid_from: string, email: string, unit_code = 'P72_SXD') =>
    inScope(t.db, director.scope, (trx) => putAddress(trx, { unit_code, valid_from, email, source: 'x' }));
  await write('2026-01-01', 'cu@example.com');
  await write('2026-02-01', 'nay@example.com');
  await write('2026-12-01', 'sau@example.com');
  await write('2026-01-01', 'cu@example.com', 'P72_SGT');
  await write('2026-02-01', '', 'P72_SGT');
  const look = (actor: Actor) => counted(actor, (trx) => readBodiesPage(trx, actor, t.clock.now()));
  const [once, none] = await look(nobody);
  const [often, bodies] = await look(director);
  expect(none).toEqual([]);
  const emails = Object.fromEntries(bodies.map(({ unit, email }) => [unit.code, email]));
  expect(emails).toMatchObject({ P72_SXD: 'nay@example.com', P72_SGT: null, P72_SCT: null });
  expect(often).toBe(once);
});
