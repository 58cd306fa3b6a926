import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
let app: Awaited<ReturnType<typeof aConsole>>['app'];
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());

const as = async (role: Role, unit: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const aClerk = () => as('clerk', 'PB0508');
const aDeskClerk = () => as('desk_clerk', 'TINH72_HCC');
const move = '/bang/quay/di-doi-cong-to';
const pdf = { name: 'căn cước.pdf', content: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n' };

/** Everything that the form for moving a meter asks for. */
const filledIn = (change: Record<string, string> = {}) => ({
  requestId: randomUUID(),
  name: 'Nguyễn Thị Đào',
  phone: '0912 345 678',
  email: '',
  address: 'Số 12, ấp Long Thới',
  'field.area': 'rural',
  'field.new_line': 'no',
  'field.new_place': 'Ra trụ trước cổng',
  'shown.identity': 'yes',
  identity: 'yes',
  note: '',
  ...change,
});
const cases = () => t.owner.selectFrom('cases').selectAll().orderBy('opened_at').execute();
const one = async () => {
  const [row] = await cases();
  if (!row) throw new Error('no case was opened');
  return row;
};
const errorsIn = (body: string) => [...body.matchAll(/id="([\w.-]+)-error"/g)].map(([, name]) => name);

describe('a clerk at the counter of a unit', () => {
  test('finds the service in the customer’s words, or goes straight on by its number', async () => {
    const clerk = await aClerk();
    const { body } = await clerk.get('/bang/quay?tim=doi+dong+ho+sang+cho+khac&ma=PB05080012345');
    expect(/data-key-row="" href="([^"]+)"/.exec(body)?.[1]).toBe(`${move}?ma=PB05080012345`);
    expect((await clerk.get('/bang/quay?tim=11')).headers.location).toBe(move);
    expect((await clerk.get('/bang/quay?tim=khongcogi')).body).toContain('Không có dịch vụ nào khớp');
    expect((await clerk.get('/bang/quay/khong-co')).statusCode).toBe(404);
  });

  test('opens a case of the own unit, the visit counted, and the receipt follows', async () => {
    const clerk = await aClerk();
    const answer = await clerk.post(move, filledIn({ note: 'Chó dữ' }));
    const row = await one();
    expect(answer.headers.location).toBe(`/bang/ho-so/${row.code}/bien-nhan?moi=1`);
    expect(row).toMatchObject({
      channel: 'counter',
      unit_code: 'PB0508',
      filed_at: null,
      customer_phone: '+84912345678',
      visits: 1,
      visits_promised: 1,
      details: { area: 'rural', new_line: 'no', new_place: 'Ra trụ trước cổng' },
    });
    const { body } = await clerk.get(String(answer.headers.location));
    for (const words of [
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      'Đã xem bản gốc, trả lại khách',
      'căn cước, chứng minh nhân dân',
      'Nhân viên điện lực đến xem công tơ',
      '1900 1006',
      'clerk PB0508',
    ])
      expect(body).toContain(words);
    expect((await clerk.get(`/bang/ho-so/${row.code}`)).body).toContain('khách đến tận nơi, lần thứ 1');
  });

  test('the customer is written to in their own language, whatever the clerk reads', async () => {
    const clerk = await aClerk();
    await clerk.get('/bang?lang=en');
    expect((await clerk.get(move)).body).toContain('What is asked');
    await clerk.post(move, filledIn());
    await clerk.post(move, filledIn({ customer_language: 'en' }));
    expect((await cases()).map(({ language }) => language).sort()).toEqual(['en', 'vi']);
  });

  test('sent twice, or twice at once, it is one case and one visit', async () => {
    const clerk = await aClerk();
    const form = filledIn();
    const answers = await Promise.all([clerk.post(move, form), clerk.post(move, form)]);
    answers.push(await clerk.post(move, form));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await cases()).toHaveLength(1);
    expect(await t.owner.selectFrom('case_visits').selectAll().execute()).toHaveLength(1);
  });

  test('gets back what was refused with everything typed, each field named, the scans kept', async () => {
    const clerk = await aClerk();
    const typed = filledIn({
      ...{ name: '', phone: '12', address: '', identity: '', 'shown.identity': '' },
      ...{ 'field.area': 'moon', 'field.new_place': 'Ra cổng <b>', email: 'x', note: 'Gọi trước' },
    });
    const refused = await clerk.upload(move, typed, { ...pdf, field: 'file.identity' });
    expect(refused.statusCode).toBe(422);
    expect(errorsIn(refused.body).sort()).toEqual(
      ['address', 'email', 'field.area', 'identity', 'name', 'phone'].sort(),
    );
    expect(refused.body).toContain('Ra cổng &lt;b&gt;</textarea>');
    expect(refused.body).toContain('Gọi trước</textarea>');
    expect(refused.body).toContain('value="12"');
    expect(refused.body).toContain('căn cước.pdf');
    expect(await cases()).toHaveLength(0);
    const again = await clerk.post(move, filledIn({ requestId: typed.requestId, 'shown.identity': '' }));
    expect(again.statusCode).toBe(303);
    expect(await t.owner.selectFrom('case_documents').select(['kind', 'name']).execute()).toEqual([
      { kind: 'identity', name: 'căn cước.pdf' },
    ]);
  });

  test('a scan is taken out again; a file that lies is named beside its field', async () => {
    const clerk = await aClerk();
    const typed = filledIn({ 'shown.identity': '', name: '' });
    const kept = await clerk.upload(move, typed, { ...pdf, field: 'file.identity' });
    const remove = /value="(identity:[0-9a-f]+)"/.exec(kept.body)?.[1] ?? '';
    const without = await clerk.post(move, { ...typed, remove });
    expect([without.statusCode, without.body.includes('căn cước.pdf')]).toEqual([200, false]);
    const lie = { name: 'a.pdf', content: '<html>', field: 'file.identity' };
    const refused = await clerk.upload(move, { ...typed, name: 'A' }, lie);
    expect(refused.statusCode).toBe(422);
    expect(errorsIn(refused.body)).toEqual(['file.identity']);
    expect((await clerk.post(move, { ...typed, name: 'A', later: 'yes' })).statusCode).toBe(303);
  });

  test('somebody else’s draft is as good as none', async () => {
    const clerk = await aClerk();
    const typed = filledIn({ name: '' });
    await clerk.upload(move, typed, { ...pdf, field: 'file.identity' });
    const other = await aClerk();
    const answer = await other.post(move, typed);
    expect(answer.statusCode).toBe(410);
    expect(answer.body).not.toContain('căn cước.pdf');
  });

  test('a visit beyond the promise needs its reason, chosen or written', async () => {
    const clerk = await aClerk();
    const check = '/bang/quay/kiem-tra-cong-to';
    const { body } = await clerk.get(check);
    const required = Object.fromEntries(
      [...body.matchAll(/name="(field\.\w+)"[^>]*value="(\w+)"/g)].map(([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    );
    const areas = [...body.matchAll(/<textarea id="(field\.\w+)"/g)].map(([, name]) => [
      name ?? '',
      'Công tơ chạy nhanh',
    ]);
    const form = filledIn({ ...Object.fromEntries(areas), ...required });
    const refused = await clerk.post(check, form);
    expect([refused.statusCode, errorsIn(refused.body)]).toEqual([422, ['visit_reason']]);
    await clerk.post(check, { ...form, visit_reason: 'own_wish' });
    await clerk.post(check, { ...form, requestId: randomUUID(), visit_other: 'Đi chợ ghé qua' });
    const visits = await t.owner.selectFrom('case_visits').select(['reason', 'beyond_promise']).execute();
    expect(visits.map(({ reason }) => reason).sort()).toEqual(['Khách tự muốn đến', 'Đi chợ ghé qua'].sort());
    expect(visits.every(({ beyond_promise }) => beyond_promise)).toBe(true);
  });

  test('takes in what another unit will do: the receipt is printed, the case is not theirs to see', async () => {
    const clerk = await aClerk();
    const answer = await clerk.post(move, filledIn({ customer_code: 'PB05 0200 12345' }));
    const row = await one();
    expect(row).toMatchObject({ unit_code: 'PB0502', customer_code: 'PB05020012345' });
    const receipt = await clerk.get(String(answer.headers.location));
    expect(receipt.statusCode).toBe(200);
    expect(receipt.body).not.toContain(`href="/bang/ho-so/${row.code}"`);
    expect((await clerk.get(`/bang/ho-so/${row.code}`)).statusCode).toBe(404);
    const colleague = await aClerk();
    expect((await colleague.get(String(answer.headers.location))).statusCode).toBe(404);
    expect((await (await as('clerk', 'PB0502')).get(`/bang/ho-so/${row.code}`)).statusCode).toBe(200);
  });

  test('a customer code that is wrong, or of no unit, is refused beside its field', async () => {
    const clerk = await aClerk();
    for (const code of ['PB1', 'PB99080012345']) {
      const refused = await clerk.post(move, filledIn({ customer_code: code }));
      expect([refused.statusCode, errorsIn(refused.body)]).toEqual([422, ['customer_code']]);
      expect(refused.body).toContain(`value="${code}"`);
    }
  });
});

test('a note that is too long is named beside its field, and nothing is written', async () => {
  const clerk = await aClerk();
  const refused = await clerk.post(move, filledIn({ note: 'a'.repeat(4001) }));
  expect([refused.statusCode, errorsIn(refused.body)]).toEqual([422, ['note']]);
  expect(await cases()).toHaveLength(0);
});

describe('what is known of the customer', () => {
  const aCustomer = (code: string, unit: string) =>
    t.owner
      .insertInto('customers')
      .values({
        ...{ code, unit_code: unit, kind: 'household', name: 'Lê Thị Hai', address: 'Số 5, Ấp 2' },
        unit_path: sql<string>`(select path from org_units where code = ${unit})`,
        ...{ phones: ['+84987654321'], search: sql<string>`''::tsvector`, imported_at: t.clock.now() },
      })
      .execute();

  test('fills what is still empty, for whoever may see them', async () => {
    await aCustomer('PB05080012345', 'PB0508');
    const clerk = await aClerk();
    const { body } = await clerk.get(`${move}?ma=PB05080012345`);
    expect(body).toContain('value="Lê Thị Hai"');
    expect(body).toContain('value="Số 5, Ấp 2"');
    const asked = {
      do: 'lookup',
      customer_code: 'pb0508 0012345',
      name: 'Lê Văn Ba',
      phone: '',
      address: '',
    };
    const again = await clerk.post(move, filledIn(asked));
    expect(again.statusCode).toBe(200);
    expect(again.body).toContain('value="Lê Văn Ba"');
    expect(again.body).toContain('value="+84987654321"');
    expect(again.body).toContain('Ra trụ trước cổng');
    expect(await cases()).toHaveLength(0);
  });

  test('is not told to another unit, and never to a desk of the State', async () => {
    await aCustomer('PB05020012345', 'PB0502');
    for (const browser of [await aClerk(), await aDeskClerk()]) {
      expect((await browser.get(`${move}?ma=PB05020012345`)).body).not.toContain('Lê Thị Hai');
      const asked = filledIn({ do: 'lookup', customer_code: 'PB05020012345', name: '' });
      expect((await browser.post(move, asked)).body).not.toContain('Lê Thị Hai');
    }
    expect((await (await as('agent', 'EVNSPC')).get(`${move}?ma=PB05020012345`)).body).toContain(
      'Lê Thị Hai',
    );
  });
});

describe('a clerk of a public administration centre', () => {
  test('must say where, sends it to that unit, and sees it through', async () => {
    const desk = await aDeskClerk();
    const nowhere = await desk.post(move, filledIn());
    expect([nowhere.statusCode, errorsIn(nowhere.body)]).toEqual([422, ['district']]);
    const form = await desk.get(move);
    expect(form.body).toContain('Thị xã Hòa Thành');
    expect(form.body).not.toContain('Mỹ Tho');
    const answer = await desk.post(move, filledIn({ district: '709' }));
    const receipt = (await desk.get(String(answer.headers.location))).body;
    expect(receipt).toContain('Trung tâm Phục vụ hành chính công tỉnh Tây Ninh</p>');
    expect(receipt).toContain('<dt>Đơn vị giải quyết</dt><dd>Điện lực Hòa Thành</dd>');
    const row = await one();
    expect(row).toMatchObject({
      channel: 'administration_centre',
      unit_code: 'PB0508',
      filed_at: 'TINH72_HCC',
      visits: 1,
    });
    expect((await desk.get('/bang')).body).toContain(row.code);
    const page = (await desk.get(`/bang/ho-so/${row.code}`)).body;
    const offered = [...page.matchAll(/id="form-([\w-]+)"/g)].map((match) => match[1]);
    expect(offered.sort()).toEqual(['dinh-kem', 'ghi-chu', 'ghi-lan-den', 'rut-ho-so']);
    expect(page).not.toContain('Vai trò của anh/chị không được');
  });

  test('finds no case of anybody else: neither page nor receipt nor act nor search', async () => {
    const clerk = await aClerk();
    await clerk.post(move, filledIn());
    const row = await one();
    const elsewhere = await as('desk_clerk', 'TINH82_HCC');
    for (const browser of [await aDeskClerk(), elsewhere]) {
      for (const path of ['', '/bien-nhan'])
        expect((await browser.get(`/bang/ho-so/${row.code}${path}`)).statusCode).toBe(404);
      const act = { requestId: randomUUID(), seen: '1', body: 'x' };
      expect((await browser.post(`/bang/ho-so/${row.code}/ghi-chu`, act)).statusCode).toBe(404);
      expect((await browser.get(`/bang?tim=${row.code}`)).body).not.toContain(`/bang/ho-so/${row.code}`);
    }
  });

  test('has figures of its own desk', async () => {
    const desk = await aDeskClerk();
    await desk.post(move, filledIn({ district: '709' }));
    await (await aClerk()).post(move, filledIn());
    const { body } = await desk.get('/bang/tong-quan');
    expect(body).toContain('<b>1</b> nhận trong hôm nay');
    expect(body).toContain('<b>0</b> Có kết quả, mời khách đến nhận');
    t.clock.advance({ days: 1 });
    expect((await (await aDeskClerk()).get('/bang/tong-quan')).body).toContain('<b>0</b> nhận trong hôm nay');
  });
});

test.each([
  ['dispatcher', 'PB0508'],
  ['crew', 'PB0508'],
  ['company_director', 'PB05'],
  ['corporation', 'EVNSPC'],
  ['administrator', 'EVNSPC'],
] as const)('a %s does not serve at the counter', async (role, unit) => {
  const browser = await as(role, unit);
  for (const answer of [
    await browser.get('/bang/quay'),
    await browser.get(move),
    await browser.post(move, filledIn()),
  ])
    expect(answer.statusCode).toBe(403);
  expect((await browser.get('/bang')).body).not.toContain('href="/bang/quay"');
  expect(await cases()).toHaveLength(0);
});
