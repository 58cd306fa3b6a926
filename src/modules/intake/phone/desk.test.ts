import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aPhoneKey, tell, withApi } from '#test/a-switchboard.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let key: string;
beforeAll(async () => {
  ({ app } = await aConsole(t));
  await withApi(app, t);
});
afterAll(() => app.close());
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner, { phoneLines: [{ number: '0276222333', unit: 'U1' }] });
  key = await aPhoneKey(t);
});

async function aCall(change: object = {}): Promise<string> {
  const event = {
    callId: randomUUID(),
    event: 'ringing',
    at: t.clock.now().toISOString(),
    caller: '0912345678',
  };
  const { body } = await tell(app, key, { ...event, line: '0276222333', extension: '101', ...change });
  return String(body.id);
}
const filled = (change: object = {}): Record<string, string> => ({
  ...{
    requestId: randomUUID(),
    do: 'open',
    said: 'Xin cấp điện mới <b>gấp</b>',
    service: 'supply',
    unit: 'U1',
  },
  ...{ 'field.area': 'rural', name: 'Nguyễn Thị Đào', phone: '0912 345 678', address: 'Ấp 3, xã Tân Bình' },
  ...change,
});
const cases = () => t.owner.selectFrom('cases').selectAll().execute();
const outcomes = () => t.owner.selectFrom('call_outcomes').selectAll().execute();
const desk = async (actor: Actor) => signedIn(app, actor);

test('an agent takes a case from a call; sent again it is the same one, and its code is on the page of the call', async () => {
  const agent = await aStaffMember(t.owner, 'agent', 'CARE');
  const [call, browser, form] = [await aCall(), await desk(agent), filled()];
  const first = await browser.post(`/bang/goi/${call}`, form);
  expect([first.statusCode, first.headers.location]).toEqual([303, `/bang/goi/${call}`]);
  expect((await browser.post(`/bang/goi/${call}`, form)).statusCode).toBe(303);
  const [found, ...more] = await cases();
  expect([found, more]).toMatchObject([
    { channel: 'phone', unit_code: 'U1', customer_phone: '+84912345678' },
    [],
  ]);
  expect(await outcomes()).toMatchObject([
    { call, kind: 'case', case_code: found?.code, staff_id: agent.id },
  ]);
  const kept = await t.owner
    .selectFrom('case_events')
    .select(['kind', 'channel', 'actor_name'])
    .orderBy('seq')
    .execute();
  expect(kept).toEqual([
    { kind: 'open', channel: 'phone', actor_name: 'agent CARE' },
    { kind: 'comment', channel: 'phone', actor_name: 'agent CARE' },
  ]);
  const page = (await browser.get(`/bang/goi/${call}`)).body;
  expect(page).toContain(`${found?.code.slice(0, 4)}-${found?.code.slice(4, 8)}-${found?.code.slice(8)}`);
  expect(page).not.toContain('id="take"');
  const other = await browser.post(`/bang/goi/${call}`, filled());
  expect([other.statusCode, (await cases()).length]).toEqual([409, 1]);
  expect(other.body).toContain('&lt;b&gt;gấp&lt;/b&gt;</textarea>');
});

test('what is wrong is said beside each input, and everything typed stays', async () => {
  const [call, browser] = [await aCall(), await desk(await aStaffMember(t.owner, 'agent', 'CARE'))];
  const wrong = { said: 'Chuyện & <i>dài</i>', unit: 'Đơn vị', phone: '12', name: '', 'field.area': '' };
  const answer = await browser.post(`/bang/goi/${call}`, filled(wrong));
  expect(answer.statusCode).toBe(422);
  for (const field of ['unit', 'phone', 'name', 'field.area'])
    expect(answer.body).toContain(`id="${field}-error"`);
  expect(answer.body).toContain('Đơn vị U1, Đơn vị U2');
  expect(answer.body).toContain('Chuyện &amp; &lt;i&gt;dài&lt;/i&gt;</textarea>');
  expect(answer.body).toContain('value="12"');
  const nothing = await browser.post(`/bang/goi/${call}`, { requestId: randomUUID() });
  expect(nothing.statusCode).toBe(422);
  expect((await browser.post(`/bang/goi/${call}`, { requestId: 'no' })).statusCode).toBe(422);
  expect(await cases()).toEqual([]);
});

test('a clerk takes a case for a unit whose cases they do not see, and still gives its code', async () => {
  const [call, browser] = [await aCall(), await desk(await aStaffMember(t.owner, 'clerk', 'U1'))];
  expect((await browser.post(`/bang/goi/${call}`, filled({ unit: 'Đơn vị U3' }))).statusCode).toBe(303);
  const [found] = await cases();
  expect(found?.unit_code).toBe('U3');
  expect(await t.owner.selectFrom('case_messages').select('body').execute()).toHaveLength(1);
  expect((await browser.get(`/bang/goi/${call}`)).body).toContain(String(found?.code.slice(0, 4)));
});

test('the caller is known: their customer, contract, cases under way and earlier calls stand beside the form', async () => {
  await haveCustomers(
    t.db,
    aCustomer({ code: 'U1000001', unitCode: 'U1', phones: ['+84912345678'], name: 'Nguyễn Thị Đào' }),
  );
  const browser = await desk(await aStaffMember(t.owner, 'agent', 'CARE'));
  await browser.post(`/bang/goi/${await aCall()}`, filled());
  const page = (await browser.get(`/bang/goi/${await aCall()}`)).body;
  for (const words of [
    'Hợp đồng HD-U1000001',
    'U1000001001',
    'Hồ sơ đang xử lý',
    'Các lần gọi trước',
    'Đơn vị U1 (U1)',
  ])
    expect(page).toContain(words);
  await haveCustomers(
    t.db,
    aCustomer({
      code: 'U1000002',
      unitCode: 'U2',
      phones: ['+84912345678'],
      name: 'Trần Văn Sang',
    }),
  );
  const both = (await browser.get(`/bang/goi/${await aCall()}`)).body;
  expect(both).toContain('Số này gắn với 2 khách hàng');
  const clerk = await desk(await aStaffMember(t.owner, 'clerk', 'U1'));
  expect((await clerk.get(`/bang/goi/${await aCall()}`)).body).not.toContain('Trần Văn Sang');
});

test('a call may end with a note on a case, or answered on the spot; once', async () => {
  const browser = await desk(await aStaffMember(t.owner, 'agent', 'CARE'));
  await browser.post(`/bang/goi/${await aCall()}`, filled());
  const [found] = await cases();
  const [about, asked] = [await aCall(), await aCall()];
  const note = { requestId: randomUUID(), case: found?.code ?? '', note: '' };
  const without = await browser.post(`/bang/goi/${about}/ghi-chu`, note);
  expect([without.statusCode, without.body.includes('id="note-error"')]).toEqual([422, true]);
  for (let times = 0; times < 2; times++)
    expect(
      (await browser.post(`/bang/goi/${about}/ghi-chu`, { ...note, note: 'Khách giục' })).statusCode,
    ).toBe(303);
  const strange = { requestId: randomUUID(), case: '12345678901', note: 'x' };
  expect((await browser.post(`/bang/goi/${asked}/ghi-chu`, strange)).statusCode).toBe(422);
  const answer = (answered: string) =>
    browser.post(`/bang/goi/${asked}/da-tra-loi`, { requestId: randomUUID(), answered });
  expect((await answer(' ')).statusCode).toBe(422);
  expect((await answer('Hỏi giờ làm việc')).statusCode).toBe(303);
  expect((await answer('Lần nữa')).statusCode).toBe(409);
  const kinds = (await outcomes()).map(({ kind, reason }) => [kind, reason]);
  expect(kinds).toEqual([
    ['case', ''],
    ['note', 'Khách giục'],
    ['answered', 'Hỏi giờ làm việc'],
  ]);
  const notes = await t.owner.selectFrom('case_messages').select('body').orderBy('at').execute();
  expect(notes.filter(({ body }) => body === 'Khách giục')).toHaveLength(1);
});

test('without a call: for a customer by code or number, and no code is made up from the address', async () => {
  await haveCustomers(
    t.db,
    aCustomer({ code: 'U1000001', unitCode: 'U1', phones: ['+84912345678'], name: 'Nguyễn Thị Đào' }),
  );
  const browser = await desk(await aStaffMember(t.owner, 'agent', 'CARE'));
  const page = (await browser.get('/bang/goi/moi?khach=U1000001&so=0912345678')).body;
  expect(page).toContain('value="Nguyễn Thị Đào"');
  const answer = await browser.post('/bang/goi/moi', filled({ customer: 'U1000001' }));
  expect(answer.headers.location).toMatch(/^\/bang\/goi\/moi\?ma=\d{11}$/);
  expect((await browser.get(String(answer.headers.location))).body).toContain('code-aloud');
  await browser.post('/bang/goi/moi', filled({ customer: 'NOBODY' }));
  expect(
    (await cases()).map(({ customer_code }) => customer_code).sort(),
    'the second is known by the phone',
  ).toEqual(['U1000001', 'U1000001']);
  expect(await outcomes()).toEqual([]);
});

test('the guess answers the form as it stands', async () => {
  const browser = await desk(await aStaffMember(t.owner, 'clerk', 'U1'));
  const answer = await browser.post('/bang/goi/doan', {
    said: 'xin cấp điện mới cho nhà',
    name: 'Hai',
    address: '',
  });
  expect(answer.json()).toMatchObject({
    service: 'supply',
    values: { service: 'supply', unit: 'Đơn vị U1 (U1)', name: 'Hai' },
  });
  expect(answer.json().questions).toContain('field.area');
});

test('who may not: other roles, other units, other people', async () => {
  const call = await aCall();
  for (const role of ['crew', 'dispatcher', 'unit_head', 'administrator'] as const) {
    const browser = await desk(await aStaffMember(t.owner, role, role === 'administrator' ? 'T' : 'U1'));
    const sent = [
      await browser.get('/bang/goi'),
      await browser.get(`/bang/goi/${call}`),
      await browser.post(`/bang/goi/${call}`, filled()),
      await browser.post('/bang/goi/moi', filled()),
      await browser.post('/bang/goi/may', { extension: '101' }),
      await browser.post('/bang/goi/doan', { said: 'x' }),
    ];
    expect([role, ...sent.map(({ statusCode }) => statusCode)]).toEqual([role, 403, 403, 403, 403, 403, 403]);
  }
  const crew = await desk(await aStaffMember(t.owner, 'crew', 'U1'));
  expect((await crew.get('/bang/goi/so-lieu')).statusCode).toBe(403);
  const head = await desk(await aStaffMember(t.owner, 'unit_head', 'U1'));
  expect((await head.get('/bang/goi/so-lieu')).statusCode).toBe(200);
  const elsewhere = await desk(await aStaffMember(t.owner, 'clerk', 'U2'));
  const sent = [
    await elsewhere.get(`/bang/goi/${call}`),
    await elsewhere.post(`/bang/goi/${call}`, filled()),
    await elsewhere.post(`/bang/goi/${call}/da-tra-loi`, { requestId: randomUUID(), answered: 'x' }),
    await elsewhere.get('/bang/goi/khong-phai-ma'),
  ];
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
  expect([await cases(), await outcomes()]).toEqual([[], []]);
});

test('an extension is claimed on the page; one that is taken says by whom, and can be taken over', async () => {
  const [lan, minh] = [
    await desk(await aStaffMember(t.owner, 'agent', 'CARE')),
    await desk(await aStaffMember(t.owner, 'clerk', 'CARE')),
  ];
  await lan.post('/bang/goi/may', { extension: '101' });
  const refused = await minh.post('/bang/goi/may', { extension: '101' });
  expect([refused.statusCode, refused.body.includes('agent CARE đang nhận cuộc gọi ở máy 101')]).toEqual([
    409,
    true,
  ]);
  expect((await minh.post('/bang/goi/may', { extension: '101', takeOver: 'yes' })).statusCode).toBe(303);
  const call = await aCall();
  expect((await minh.get('/bang/goi/dang-reo')).json()).toEqual({ id: call });
  expect((await lan.get('/bang/goi/dang-reo')).json()).toEqual({ id: null });
  expect((await minh.get('/bang/goi')).body).toContain(`/bang/goi/${call}`);
  t.clock.advance({ minutes: 11 });
  expect((await minh.get('/bang/goi/dang-reo')).json()).toEqual({ id: null });
});
