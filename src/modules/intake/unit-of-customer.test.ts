import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { anApi, aNotice as anApiNotice } from '#test/an-api.ts';
import { aNotice, anOpen311Door, anOpen311Key, talkTo, without } from '#test/an-open311-door.ts';
import { useDb } from '#test/use-db.ts';
import { answerPlace } from './answer-page.ts';

const t = useDb({ profile: true });
let open311: Awaited<ReturnType<typeof anOpen311Door>>;
let api: Awaited<ReturnType<typeof anApi>>;
let desk: Awaited<ReturnType<typeof aConsole>>;
beforeAll(async () => {
  [open311, api, desk] = [await anOpen311Door(t), await anApi(t), await aConsole(t)];
});
afterAll(async () => {
  for (const app of [open311, api.app, desk.app]) await app.close();
});

/** The unit closed, and these have its work. */
async function became(from: string, ...to: string[]): Promise<void> {
  const [on_date, code] = ['2026-03-01', `end of ${from}`];
  await t.owner.updateTable('org_units').set({ valid_to: '2026-02-28' }).where('code', '=', from).execute();
  const change = { code, kind: 'merge', on_date, definition: '{}', source: 'for tests' };
  await t.owner.insertInto('reorganisations').values(change).execute();
  const successions = to.map((to_code) => ({ from_code: from, to_code, on_date, reorganisation_code: code }));
  await t.owner.insertInto('org_successions').values(successions).execute();
}
beforeEach(async () => {
  await became('PB0501', 'PB0503');
  await became('PB0503', 'PB0502');
  await became('PB0504', 'PB0505', 'PB0506');
  await haveCustomers(
    t.db,
    aCustomer({ code: 'PB05080000777', unitCode: 'PB0501', phones: ['+84909000777'] }),
  );
});

type Taken = { unit: string } | { refused: string };
const newest = async (): Promise<Taken> => {
  const found = t.owner.selectFrom('cases').select('unit_code').orderBy('opened_at', 'desc');
  return { unit: (await found.executeTakeFirstOrThrow()).unit_code };
};
const doors: Record<string, (code: string) => Promise<Taken>> = {
  async open311(code) {
    const { token } = await anOpen311Key(t);
    const sent = { ...without(aNotice(token), 'address_string'), address_id: code };
    const answer = await talkTo(open311).post(sent);
    return answer.statusCode === 200 ? newest() : { refused: answer.json()[0].description };
  },
  async api(code) {
    const app = await api.aProgram('app', 'PB0508', 'app');
    const customer = { name: 'A', phone: '0912345678', customerCode: code };
    const answer = await app.post('/api/v1/cases', anApiNotice({ district: undefined, customer }));
    return answer.statusCode === 201 ? newest() : { refused: JSON.stringify(answer.json().errors) };
  },
  async counter(code) {
    const clerk = await signedIn(desk.app, await aStaffMember(t.owner, 'clerk', 'PB0508'));
    const answer = await clerk.post('/bang/quay/di-doi-cong-to', {
      ...{ requestId: randomUUID(), name: 'A', phone: '0912 345 678', address: 'Ấp 3' },
      ...{ 'field.area': 'rural', 'field.new_line': 'no', 'field.new_place': 'Ra trụ' },
      ...{ 'shown.identity': 'yes', identity: 'yes', customer_code: code },
    });
    return answer.statusCode === 303 ? newest() : { refused: answer.body };
  },
  async portal(code) {
    const answers = await answerPlace(t.db, { customer_code: code }, '2026-03-04').catch((error) => error);
    return answers instanceof Error
      ? { refused: JSON.stringify(Object.values(answers).map((each) => each?.customer_code)) }
      : { unit: answers.unit };
  },
};

describe.each(Object.entries(doors))('a customer code by %s', (_, send) => {
  test.each([
    ['of a unit that works', 'PB05080012345', 'PB0508'],
    ['of a unit taken over, and that one taken over', 'PB05010012345', 'PB0502'],
    ['whose file lies with another unit than the code says', 'PB05080000777', 'PB0502'],
  ])('%s leads on', async (_, code, unit) => expect(await send(code)).toEqual({ unit }));

  test('of a unit that several took over is refused with their names', async () => {
    expect(await send('PB0504 0012345')).toEqual({ refused: expect.stringMatching(/PB0505.*PB0506/s) });
  });

  test.each([
    ['PB99080012345', 'PB9908'],
    ['PB1', 'Mã khách hàng chưa đúng'],
  ])('%s is refused', async (code, why) =>
    expect(await send(code)).toEqual({ refused: expect.stringContaining(why) }),
  );
});

test('a phone leads to the unit that took its customer’s over', async () => {
  const { token } = await anOpen311Key(t);
  const sent = { ...aNotice(token), address_string: 'Đầu hẻm', phone: '0909 000 777' };
  await talkTo(open311).filed(sent);
  expect(await newest()).toEqual({ unit: 'PB0502' });
});
