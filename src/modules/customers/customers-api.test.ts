import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createApiKey, type KeyRole, openKeyRing, requireKey } from '#modules/accounts/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { aServer } from '#platform/http/server.ts';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { useDb } from '#test/use-db.ts';
import { customersApi } from './index.ts';

const t = useDb({ profile: true });
let app: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  app = await aServer({ secret: 'for tests only'.repeat(4), logLevel: 'error', behindTls: false });
  answerFailures(app, (_, reply) => reply.send());
  await app.register(async (guarded) => {
    requireKey(guarded, openKeyRing(t));
    customersApi(guarded, t);
  });
});
beforeEach(() => haveCustomers(t.db, aCustomer()));

async function ask(url: string, role: KeyRole, unitCode: string) {
  const { token } = await createApiKey(t, { name: 'x', role, unitCode, channel: 'api', createdBy: 'x' });
  const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
  return { status: answer.statusCode, body: answer.json() };
}

test('a key of the staff searches and reads the customers of its unit', async () => {
  const found = await ask('/api/v1/customers?q=duc%20thang', 'agent', 'EVNSPC');
  expect(found).toMatchObject({ status: 200, body: { customers: [{ code: 'PB05080000001' }] } });
  expect(await ask('/api/v1/customers/pb05080000001', 'clerk', 'PB0508')).toMatchObject({
    status: 200,
    body: { contracts: [{ number: 'HD-PB05080000001' }], meterPoints: [{ code: 'PB05080000001001' }] },
  });
  expect((await ask('/api/v1/customers/PB05080000001', 'clerk', 'PB0801')).status).toBe(404);
  expect((await ask('/api/v1/customers?q=thang', 'clerk', 'PB0801')).body).toEqual({ customers: [] });
});

test('an app sees no customer; nor does the desk of an administration centre', async () => {
  expect((await ask('/api/v1/customers?q=thang', 'app', 'EVNSPC')).status).toBe(403);
  expect((await ask('/api/v1/customers/PB05080000001', 'app', 'EVNSPC')).status).toBe(403);
  const { code } = await t.owner
    .selectFrom('org_units')
    .select('code')
    .where('kind', '=', 'administration_centre')
    .executeTakeFirstOrThrow();
  expect((await ask('/api/v1/customers?q=thang', 'desk_clerk', code)).body).toEqual({ customers: [] });
  expect((await ask('/api/v1/customers/PB05080000001', 'desk_clerk', code)).status).toBe(404);
});

test.each(['?q=a', '', '?q=thang&limit=0', '?q=thang&limit=x'])('bad input %s is refused', async (query) => {
  const { status } = await ask(`/api/v1/customers${query}`, 'agent', 'EVNSPC');
  expect([400, 422]).toContain(status);
});
