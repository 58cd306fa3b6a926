import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { aNotice, anOpen311Door, anOpen311Key, talkTo, without } from '#test/an-open311-door.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
const known = aCustomer({ phones: ['+84909123456'] });
let app: FastifyInstance;
let door: ReturnType<typeof talkTo>;
let token: string;
let staff: string;
beforeAll(async () => {
  app = await anOpen311Door(t);
  door = talkTo(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  await haveCustomers(t.db, known);
  ({ token } = await anOpen311Key(t));
  staff = (await anOpen311Key(t, { role: 'clerk', unitCode: 'PB0508' })).token;
});
const seenBy = async (key: string, code: string) =>
  (await door.get(`/v2/requests/${code}.json?api_key=${key}`)).json()[0];

describe('an app learns of a customer only what it sent', () => {
  test('a phone gives it no code; staff see the customer', async () => {
    const code = await door.filed({ ...aNotice(token), phone: '0909 123 456' });
    expect(await seenBy(token, code)).toMatchObject({
      address_id: null,
      address: aNotice('').address_string,
    });
    expect(await seenBy(staff, code)).toMatchObject({ address_id: known.code });
  });

  test.each([
    ['vi', `Theo mã khách hàng ${known.code}`],
    ['en', `By customer code ${known.code}`],
  ])('a code gives it no address, in %s', async (language, address) => {
    const notice = { ...without(aNotice(token), 'address_string'), address_id: known.code };
    const answer = await door.post(notice, { 'accept-language': language });
    const code = answer.json()[0].service_request_id;
    const seen = await seenBy(token, code);
    expect(seen).toMatchObject({ address_id: known.code, address });
    expect(JSON.stringify(seen)).not.toMatch(/Thạnh Đức|Thắng/);
    expect(await seenBy(staff, code)).toMatchObject({ address_id: known.code });
  });
});
