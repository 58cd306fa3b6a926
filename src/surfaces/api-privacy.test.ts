import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { aNotice, anApi, type Program } from '#test/an-api.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
const known = aCustomer({ phones: ['+84909123456'] });
const phone = '0909 123 456';
let api: Awaited<ReturnType<typeof anApi>>;
let phoneApp: Program;
let clerk: Program;
beforeAll(async () => {
  api = await anApi(t);
});
afterAll(() => api.app.close());
beforeEach(async () => {
  await haveCustomers(t.db, known);
  phoneApp = await api.aProgram('app', 'PB0508', 'app');
  clerk = await api.aProgram('clerk', 'PB0508');
});

const file = async (customer: object) => {
  const answer = await phoneApp.post('/api/v1/cases', aNotice({ customer }));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().code;
};
const found = async (by: Program, words: string) =>
  (await by.get(`/api/v1/cases?search=${encodeURIComponent(words)}`)).json().items.length;

test('a phone gives an app no customer code, not even by searching for it; staff see it', async () => {
  const code = await file({ name: 'A', phone });
  const seen = await phoneApp.get(`/api/v1/cases/${code}`);
  expect(seen.json().customer).toMatchObject({ customerCode: null });
  expect(seen.body).not.toContain(known.code);
  expect([await found(phoneApp, 'PB05'), await found(phoneApp, known.code)]).toEqual([0, 0]);
  expect(await found(phoneApp, phone.replaceAll(' ', ''))).toBe(1);
  expect((await clerk.get(`/api/v1/cases/${code}`)).json().customer.customerCode).toBe(known.code);
  expect(await found(clerk, known.code)).toBe(1);
});

test('the code that an app gave it reads again', async () => {
  const code = await file({ name: 'A', phone, customerCode: known.code });
  expect((await phoneApp.get(`/api/v1/cases/${code}`)).json().customer.customerCode).toBe(known.code);
  expect(await found(phoneApp, known.code)).toBe(1);
});
