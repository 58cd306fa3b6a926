import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptCase, openCase, showCaseCode } from '#modules/cases/index.ts';
import { customerActor, type Role } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
const nobody = customerActor('web', 'Khách hàng', []);
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let service: number;
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  service = (await aUtility(t.owner)).serviceVersionId;
});

const open = async (customer = {}, change = {}) => {
  const request = aRequest(service, change);
  const { code } = await openCase(t, nobody, { ...request, customer: { ...request.customer, ...customer } });
  return code;
};
const as = async (role: Role, unit?: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const codesIn = (body: string) =>
  [...body.matchAll(/data-key-row="" href="\/bang\/ho-so\/(\d{11})"/g)].map((m) => m[1]);
const find = async (browser: Awaited<ReturnType<typeof as>>, query: string) => {
  const answer = await browser.get(`/bang?${query}`);
  expect(answer.statusCode).toBe(200);
  return codesIn(answer.body);
};

describe('a search', () => {
  const customer = {
    name: 'Nguyễn Đức Thắng',
    phone: '+84909123456',
    address: 'Số 12 ấp Thạnh Đức, xã Cẩm Giang',
  };
  test.each([
    ['with diacritics', 'Nguyễn Đức Thắng'],
    ['without', 'nguyen duc thang'],
    ['in any order', 'Thắng Nguyễn Đức'],
    ['half typed', 'duc ngu'],
    ['in decomposed Unicode', 'Nguyễn Đức Thắng'.normalize('NFD')],
    ['in capitals', 'NGUYỄN ĐỨC'],
    ['by phone', '0909123456'],
    ['by phone in groups', '0909 123 456'],
    ['by phone from abroad', '+84 909 123 456'],
    ['by address', 'cam giang thanh duc'],
    ['by name and address', 'thắng cẩm giang'],
  ])('finds the customer %s', async (_, typed) => {
    const code = await open(customer);
    await open({ name: 'Trần Văn Bình', phone: '+84912345678', address: 'Phường 1' });
    const clerk = await as('clerk');
    expect(await find(clerk, `tim=${encodeURIComponent(typed)}`)).toEqual([code]);
  });

  test('finds a case by its code as printed, in any state, and names stored decomposed', async () => {
    const code = await open({ ...customer, name: customer.name.normalize('NFD') });
    const clerk = await as('clerk');
    expect(await find(clerk, `tim=${showCaseCode(code)}`)).toEqual([code]);
    expect(await find(clerk, 'tim=duc+thang')).toEqual([code]);
    await clerk.post(`/bang/ho-so/${code}/tu-choi`, {
      requestId: randomUUID(),
      seen: '1',
      reason: 'Sai nơi',
    });
    expect(await find(clerk, '')).toEqual([]);
    expect(await find(clerk, 'tim=duc+thang')).toEqual([code]);
  });

  test('keeps what was typed, survives nonsense, and finds nothing of another unit', async () => {
    await open(customer, { unitCode: 'U2' });
    const clerk = await as('clerk');
    const answer = await clerk.get(`/bang?tim=${encodeURIComponent(`thang <b>"' & ! :*`)}`);
    expect(answer.body).toContain('Không có hồ sơ nào khớp');
    expect(answer.body).toContain('value="thang &lt;b&gt;&quot;&#x27; &amp; ! :*"');
    expect(await find(clerk, 'tim=%00%F0%9F%94%8C')).toEqual([]);
  });
});

describe('the filters', () => {
  test('by state, service, channel and due time narrow the list', async () => {
    const web = await open();
    t.clock.advance({ days: 1 });
    const phone = await open({}, { channel: 'phone' });
    const clerk = await as('clerk');
    await acceptCase(t, clerk.actor, { code: web, requestId: randomUUID() });
    expect(await find(clerk, 'trang-thai=accepted')).toEqual([web]);
    expect(await find(clerk, 'trang-thai=opened&trang-thai=accepted')).toEqual([web, phone]);
    expect(await find(clerk, 'kenh=phone')).toEqual([phone]);
    expect(await find(clerk, 'dich-vu=supply')).toHaveLength(2);
    expect(await find(clerk, 'dich-vu=khac')).toEqual([]);
    expect(await find(clerk, 'han=qua-han')).toEqual([]);
    t.clock.advance({ days: 30 });
    expect(await find(clerk, 'han=qua-han')).toHaveLength(2);
  });

  test('by person: mine, a colleague’s, nobody’s', async () => {
    const [mine, theirs, free] = [await open(), await open(), await open()];
    const clerk = await as('clerk');
    const other = await as('clerk');
    for (const [code, to] of [
      [mine, clerk.actor.id],
      [theirs, other.actor.id],
    ] as const)
      await clerk.post(`/bang/ho-so/${code}/giao-viec`, { requestId: randomUUID(), seen: '1', staffId: to });
    expect(await find(clerk, 'xem=toi')).toEqual([mine]);
    expect(await find(clerk, `xem=donvi&nguoi=${other.actor.id}`)).toEqual([theirs]);
    expect(await find(clerk, 'xem=donvi&nguoi=chua-giao')).toEqual([free]);
  });

  test('an address with something unknown in it still opens', async () => {
    const code = await open();
    const clerk = await as('clerk');
    expect(await find(clerk, 'xem=gi&trang-thai=la&han=mai&sap-xep=x&sau=hong&nguoi=%27')).toEqual([code]);
  });
});

test('paging goes through everything once', async () => {
  const codes: string[] = [];
  for (let n = 0; n < 57; n++) codes.push(await open());
  const clerk = await as('clerk');
  for (const sort of ['due', 'newest', 'oldest']) {
    const first = await clerk.get(`/bang?xem=donvi&sap-xep=${sort}`);
    const next = /href="(\/bang\?[^"]*sau=[^"]+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await clerk.get(next);
    const seen = [...codesIn(first.body), ...codesIn(second.body)];
    expect(codesIn(first.body)).toHaveLength(50);
    expect(new Set(seen)).toEqual(new Set(codes));
    expect(seen).toHaveLength(57);
    expect(second.body).not.toContain('rel="next"');
  }
});

describe('who sees what', () => {
  test.each([
    ['clerk', 'U1', 'donvi', ['U1']],
    ['clerk', 'U1', 'tatca', ['U1']],
    ['unit_head', 'U2', 'donvi', ['U2']],
    ['company_director', 'C1', 'tatca', ['U1', 'U2']],
    ['agent', 'CARE', 'tatca', ['U1', 'U2', 'U3']],
    ['corporation', 'T', 'tatca', ['U1', 'U2', 'U3']],
  ] as const)('%s of %s, looking at %s, sees the cases of %j', async (role, unit, tab, units) => {
    const codes = new Map<string, string>();
    for (const unitCode of ['U1', 'U2', 'U3']) codes.set(unitCode, await open({}, { unitCode }));
    const browser = await as(role, unit);
    const found = await find(browser, `xem=${tab}`);
    expect(new Set(found)).toEqual(new Set(units.map((code) => codes.get(code))));
  });

  test('the overview counts the same', async () => {
    await open();
    await open({}, { unitCode: 'U2' });
    t.clock.advance({ days: 60 });
    const director = await as('company_director', 'C1');
    const { body } = await director.get('/bang/tong-quan');
    expect(body).toContain('<b>2</b> hồ sơ đang xử lý');
    expect(body).toContain('<b>2</b> đã quá hạn');
    expect(body).toContain('Đơn vị U2');
    expect((await (await as('clerk', 'U3')).get('/bang/tong-quan')).body).toContain(
      '<b>0</b> hồ sơ đang xử lý',
    );
  });
});
