import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { customerActor, type Role } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let code: string;
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  const { serviceVersionId } = await aUtility(t.owner);
  ({ code } = await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId)));
});

type Browser = Awaited<ReturnType<typeof as>>;
const as = async (role: Role, unit?: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const page = async (browser: Browser) => (await browser.get(`/bang/ho-so/${code}`)).body;
/** Sends the form of an act as it stands on the page, with what a person types into it. */
async function fill(browser: Browser, slug: string, typed: Record<string, string> = {}) {
  const form = new RegExp(`<form[^>]*id="form-${slug}".*?</form>`, 's').exec(await page(browser))?.[0];
  if (!form) throw new Error(`no form ${slug} on the page`);
  const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  return browser.post(`/bang/ho-so/${code}/${slug}`, { ...Object.fromEntries(hidden), ...typed });
}

test('a case goes from sent to closed through the forms alone', async () => {
  const clerk = await as('clerk');
  const crew = await as('crew');
  const acts: [Browser, string, Record<string, string>][] = [
    [clerk, 'tiep-nhan', {}],
    [clerk, 'giao-viec', { staffId: clerk.actor.id }],
    [clerk, 'yeu-cau-bo-sung', { what: 'Ảnh căn cước rõ hơn', until: '2026-03-20' }],
    [clerk, 'nhan-bo-sung', { answer: 'Khách mang đến quầy' }],
    [clerk, 'ghi-lan-den', { reason: '' }],
    [clerk, 'ghi-lan-den', { reason: 'Ký lại hợp đồng' }],
    [clerk, 'hoan-thanh-buoc', { product: 'Biên bản khảo sát' }],
    [clerk, 'tra-loi', { body: 'Mai đội đến ạ' }],
    [clerk, 'ghi-chu', { body: 'Nhà cuối hẻm' }],
    [clerk, 'hoan-thanh-buoc', { product: 'Khách đã đi dây' }],
    [crew, 'hoan-thanh-buoc', { product: 'Đã đóng điện' }],
    [clerk, 'ket-thuc', { note: 'Đã trao biên bản' }],
  ];
  for (const [who, slug, typed] of acts) {
    const answer = await fill(who, slug, typed);
    expect([slug, answer.headers.location]).toEqual([slug, `/bang/ho-so/${code}?xong=${slug}`]);
  }
  const body = await page(clerk);
  for (const words of [
    'Đã kết thúc',
    'Biên bản khảo sát',
    'Đã đóng điện',
    'Mai đội đến ạ',
    'Nhà cuối hẻm',
    'Ký lại hợp đồng',
  ])
    expect(body).toContain(words);
  const head = await as('unit_head');
  await fill(head, 'mo-lai', { reason: 'Công tơ sai' });
  expect(await page(head)).toContain('Mở lại, đang giải quyết');
});

describe('what may not be done', () => {
  test('is a disabled button with its reason, and is refused all the same', async () => {
    const agent = await as('agent', 'CARE');
    const body = await page(agent);
    expect(body).toMatch(
      /<button type="button" disabled="" aria-describedby="why-tiep-nhan">Tiếp nhận<\/button>\s*<span id="why-tiep-nhan">Vai trò của anh\/chị không được/,
    );
    expect(body).not.toContain('id="form-tiep-nhan"');
    const forced = await agent.post(`/bang/ho-so/${code}/tiep-nhan`, { requestId: randomUUID(), seen: '1' });
    expect(forced.statusCode).toBe(403);
    expect(forced.body).toContain('Vai trò của anh/chị không được');
  });

  test.each<Role>([
    'agent',
    'clerk',
    'dispatcher',
    'crew',
    'unit_head',
    'company_director',
    'corporation',
    'administrator',
  ])('what the page keeps from somebody with the role %s is refused', async (role) => {
    const units: Partial<Record<Role, string>> = {
      company_director: 'C1',
      corporation: 'T',
      administrator: 'T',
    };
    const unit = units[role] ?? 'U1';
    const browser = await as(role, unit);
    const body = await page(browser);
    const barred = [...body.matchAll(/id="why-([\w-]+)">/g)].map((match) => match[1] ?? '');
    const offered = [...body.matchAll(/id="form-([\w-]+)"/g)].map((match) => match[1] ?? '');
    expect(barred.length + offered.length).toBe(17);
    for (const slug of barred) {
      const answer = await browser.post(`/bang/ho-so/${code}/${slug}`, {
        requestId: randomUUID(),
        seen: '1',
        staffId: '',
        reason: 'x',
        body: 'x',
      });
      expect([slug, answer.statusCode]).toEqual([
        slug,
        expect.toSatisfy((status) => status === 403 || status === 409),
      ]);
    }
  });
});

test('a case of another unit is not there: neither page, nor act, nor receipt, nor paper', async () => {
  const other = await as('unit_head', 'U2');
  const own = await as('clerk');
  const paper = /\/tep\/([0-9a-f-]+)"/.exec(await page(own))?.[1];
  for (const path of ['', '/bien-nhan', `/tep/${paper}`]) {
    const answer = await other.get(`/bang/ho-so/${code}${path}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('Nguyễn Thị Đào');
  }
  const act = await other.post(`/bang/ho-so/${code}/tiep-nhan`, { requestId: randomUUID(), seen: '1' });
  const none = await other.post('/bang/ho-so/12345678901/tiep-nhan', { requestId: randomUUID(), seen: '1' });
  expect([act.statusCode, act.body]).toEqual([none.statusCode, none.body]);
});

test('a transferred case leaves the hands of who sent it, and stands in the queue of who got it', async () => {
  const clerk = await as('clerk');
  const answer = await fill(clerk, 'chuyen-don-vi', { toUnit: 'U2', reason: 'Địa chỉ thuộc U2' });
  expect(answer.headers.location).toBe(`/bang?da-chuyen=${code}`);
  expect((await clerk.get(String(answer.headers.location))).body).toContain('Đã chuyển hồ sơ');
  expect((await clerk.get(`/bang/ho-so/${code}`)).statusCode).toBe(404);
  expect((await (await as('clerk', 'U2')).get('/bang')).body).toContain(code);
});

describe('a form', () => {
  test('from a stale page shows what the others did, keeps what was typed, and can be sent again', async () => {
    const clerk = await as('clerk');
    const other = await as('unit_head');
    const stale = { requestId: randomUUID(), seen: '1', body: 'Câu trả lời tôi gõ lâu' };
    await fill(other, 'tiep-nhan');
    const refused = await clerk.post(`/bang/ho-so/${code}/tra-loi`, stale);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('unit_head U1: <b>Tiếp nhận</b>');
    expect(refused.body).toContain('Câu trả lời tôi gõ lâu</textarea>');
    expect(refused.body).toContain(`value="${stale.requestId}"`);
    const again = await clerk.post(`/bang/ho-so/${code}/tra-loi`, { ...stale, seen: '2' });
    expect(again.statusCode).toBe(303);
  });

  test('sent twice acts once', async () => {
    const clerk = await as('clerk');
    const form = { requestId: randomUUID(), seen: '1', body: 'Một lần thôi' };
    const [one, two] = await Promise.all([
      clerk.post(`/bang/ho-so/${code}/tra-loi`, form),
      clerk.post(`/bang/ho-so/${code}/tra-loi`, form),
    ]);
    expect([one.statusCode, two.statusCode]).toEqual([303, 303]);
    expect((await page(clerk)).match(/<p class="body">Một lần thôi/g)).toHaveLength(1);
  });

  test('with a mistake names the field, keeps the rest, and stays open', async () => {
    const clerk = await as('clerk');
    const answer = await fill(clerk, 'chuyen-don-vi', { toUnit: 'KHONGCO', reason: 'Khách ở xã khác' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('id="chuyen-don-vi-toUnit-error"');
    expect(answer.body).toContain('Khách ở xã khác</textarea>');
    expect(answer.body).toMatch(/<details class="act" open="" id="chuyen-don-vi">/);
  });

  test('in English refuses in English', async () => {
    const clerk = await as('clerk');
    const answer = await clerk.post(`/bang/ho-so/${code}/tra-loi?lang=en`, {
      requestId: randomUUID(),
      seen: '1',
      body: ' ',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Nothing was written yet');
  });
});

test('a file is attached, shown and given back; one that lies about itself is refused with the words kept', async () => {
  const clerk = await as('clerk');
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  const send = (name: string, content: string, slug = 'dinh-kem') =>
    clerk.upload(
      `/bang/ho-so/${code}/${slug}`,
      { requestId: randomUUID(), seen: '1', answer: 'tôi gõ' },
      { name, content },
    );
  const refused = await send('hop-dong.pdf', 'MZ this is a program');
  expect(refused.statusCode).toBeGreaterThanOrEqual(400);
  expect(refused.body).toContain('role="alert"');
  expect((await send('hợp đồng.pdf', pdf)).statusCode).toBe(303);
  const link =
    /href="(\/bang\/ho-so\/\d+\/tep\/[0-9a-f-]+)" data-turbo="false">hợp đồng\.pdf/.exec(
      await page(clerk),
    )?.[1] ?? '';
  const given = await clerk.get(link);
  expect(given.body).toBe(pdf);
  expect(given.headers['content-disposition']).toContain('attachment');
});

test('the receipt shows code, due day and the mark of the first event', async () => {
  await aNamedUtility(t.owner);
  const body = (await (await as('clerk')).get(`/bang/ho-so/${code}/bien-nhan`)).body;
  const event = await t.owner.selectFrom('case_events').select('hash').executeTakeFirstOrThrow();
  expect(body).toContain(event.hash.slice(0, 8));
  expect(body).toContain('data:image/png');
});
