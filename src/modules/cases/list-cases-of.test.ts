import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { customerActor } from '#modules/organisation/index.ts';
import { inScope, publicScope, type Scope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { aRequest, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { listCasesOf, openCase } from './index.ts';

const t = useDb();
let service: number;
beforeEach(async () => {
  service = (await aUtility(t.owner)).serviceVersionId;
});

async function open(customer: object, change: object = {}): Promise<string> {
  const request = aRequest(service, change);
  t.clock.advance({ minutes: 1 });
  const asked = { ...request, customer: { ...request.customer, ...customer } };
  return (await openCase(t, customerActor('web', 'x', []), asked)).code;
}

const ask = (who: Parameters<typeof listCasesOf>[1], scope: Scope = systemScope) =>
  inScope(t.db, scope, (trx) => listCasesOf(trx, who));

test('the cases of a customer, by code or by any of their phones, each once and the newest first', async () => {
  const byPhone = await open({ phone: '+84909123456' });
  const byBoth = await open({ phone: '+84909123456', customerCode: 'PB05080000001' });
  const byCode = await open({ phone: '+84911111111', customerCode: 'PB05080000001' });
  await open({ phone: '+84922222222' });
  const found = await ask({ customerCode: 'PB05080000001', phones: ['+84909123456', '+84933333333'] });
  expect(found.map(({ code }) => code)).toEqual([byCode, byBoth, byPhone]);
  expect(found[0]).toMatchObject({
    live: true,
    stateName: { en: 'New, awaiting acceptance' },
    unitCode: 'U1',
  });
  expect(await ask({})).toEqual([]);
});

test('nobody sees cases of another unit by way of their customer', async () => {
  await open({ customerCode: 'PB05080000001' });
  const who = { customerCode: 'PB05080000001' };
  expect(await ask(who, { ...publicScope, paths: ['T.C1.U1'] })).toHaveLength(1);
  expect(await ask(who, { ...publicScope, paths: ['T.C2'] })).toEqual([]);
});

test('both look-ups have an index under the policy', async () => {
  await open({ customerCode: 'PB05080000001' });
  await inScope(t.db, { ...publicScope, paths: ['T'] }, async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx);
    const before = await rowsScanned(trx);
    const who = { customerCode: 'PB05080000001', phones: ['+84909123456'] };
    expect(await listCasesOf(trx, who)).toHaveLength(1);
    expect(await rowsScanned(trx)).toBe(before);
  });
});

async function rowsScanned(trx: Trx): Promise<number | undefined> {
  const scanned = sql<{ n: number }>`select pg_stat_get_xact_tuples_returned('cases'::regclass) as n`;
  return (await scanned.execute(trx)).rows[0]?.n;
}
