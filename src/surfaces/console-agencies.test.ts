import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForMore, handBackTask, receiveTask, refuseTask } from '#modules/agencies/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { aPaper, asked, aTask } from '#test/a-body.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let found: Crossing;
let officer: Actor;

beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  found = await aCrossingCase(t, crossingVersionId);
});

const pdf = '%PDF-1.4 made up %%EOF';
const at = async (slug: string, step = 'position') =>
  `/bang/ho-so/${found.code}/co-quan/${(await aTask(t, found.code, step)).taskId}/${slug}`;
const page = async (browser: Awaited<ReturnType<typeof signedIn>>) =>
  (await browser.get(`/bang/ho-so/${found.code}`)).body;

describe('the unit’s view', () => {
  test('says which body has what, what it acknowledged and answered, and lets the unit send it again', async () => {
    const clerk = await signedIn(app, found.clerk);
    await receiveTask(t, officer, await asked(t, found.code, 'position'));
    expect(await page(clerk)).toContain('Sở Xây dựng đã nhận hồ sơ lúc 09:00');
    expect(await page(clerk)).toContain('Sở Xây dựng. Bước position');
    const early = await clerk.post(await at('gui-lai'), { requestId: randomUUID() });
    expect(early.statusCode).toBe(409);
    const reason = 'Thiếu bản vẽ';
    await handBackTask(t, officer, { ...(await asked(t, found.code, 'position')), reason });
    expect(await page(clerk)).toContain('Trả lại. Thiếu bản vẽ');
    const again = await clerk.post(await at('gui-lai'), {
      requestId: randomUUID(),
      toUnit: 'P72_SGT',
      note: '',
    });
    expect(again.headers.location).toBe(`/bang/ho-so/${found.code}#co-quan`);
    expect(await page(clerk)).toContain('Bước position: Sở Giao thông vận tải');
  });

  test('records what came on paper, with a file that is one; a refused form keeps what was typed', async () => {
    await t.owner.updateTable('staff').set({ active: false }).where('unit_code', '=', 'P72_SXD').execute();
    const clerk = await signedIn(app, found.clerk);
    const typed = { requestId: randomUUID(), number: '88/SXD', date: '2026-03-03', note: '' };
    const lying = await clerk.upload(await at('ket-qua-giay'), typed, { name: 'a.pdf', content: 'no PDF' });
    expect([lying.statusCode, lying.body.includes('value="88/SXD"')]).toEqual([415, true]);
    const place = await at('ket-qua-giay');
    expect((await clerk.upload(place, typed, { name: 'a.pdf', content: pdf })).statusCode).toBe(303);
    expect(await page(clerk)).toContain('điện lực ghi từ văn bản giấy');
    const stranger = await signedIn(app, await aStaffMember(t.owner, 'clerk', 'U3'));
    expect((await stranger.upload(place, typed, { name: 'a.pdf', content: pdf })).statusCode).toBe(404);
  });

  test('gives what a body asked for, or stops the case once a body refused', async () => {
    const clerk = await signedIn(app, found.clerk);
    const more = { what: 'Bản vẽ', until: '2026-03-20', again: false };
    await askForMore(t, officer, { ...(await asked(t, found.code, 'position')), ...more });
    const given = await clerk.upload(
      await at('gui-bo-sung'),
      { requestId: randomUUID(), answer: '' },
      { name: 'ban-ve.pdf', content: pdf },
    );
    expect(given.statusCode).toBe(303);
    const refusal = {
      ...(await asked(t, found.code, 'position')),
      reason: 'Không được',
      documents: [aPaper()],
    };
    await refuseTask(t, officer, refusal);
    const stopped = await clerk.post(await at('dung'), { requestId: randomUUID(), reason: 'Sở từ chối' });
    expect(stopped.statusCode).toBe(303);
    expect(await page(clerk)).toContain('Không tiếp nhận');
  });
});

describe('the list of bodies', () => {
  test('counts what lies with each, and a director writes where its letters go', async () => {
    const director = await signedIn(app, found.director);
    const list = await director.get('/bang/co-quan');
    expect(list.body).toMatch(/Sở Xây dựng<\/th><td>1<\/td><td[^>]*>0<\/td><td>1<\/td>/);
    const wrong = await director.post('/bang/co-quan/P72_SGT', { email: 'không phải' });
    expect([wrong.statusCode, wrong.body.includes('Địa chỉ thư chưa đúng')]).toEqual([422, true]);
    const saved = await director.post('/bang/co-quan/P72_SGT', { email: 'vt@example.com' });
    expect(saved.statusCode).toBe(303);
    expect((await director.get('/bang/co-quan')).body).toContain('value="vt@example.com"');
    const clerk = await signedIn(app, found.clerk);
    expect((await clerk.get('/bang/co-quan')).statusCode).toBe(200);
    expect((await clerk.post('/bang/co-quan/P72_SGT', { email: '' })).statusCode).toBe(403);
    const elsewhere = await signedIn(app, await aStaffMember(t.owner, 'company_director', 'C2'));
    expect((await elsewhere.post('/bang/co-quan/P72_SGT', { email: '' })).statusCode).toBe(422);
  });

  test('an administrator takes officers on for the bodies of the company’s provinces, and nobody else there', async () => {
    const administrator = await signedIn(app, await aStaffMember(t.owner, 'administrator', 'C1'));
    const person = {
      name: 'Lê Thị Hoa',
      email: 'hoa@example.com',
      unitCode: 'P72_SCT',
      password: 'mùa thu lá bay',
    };
    expect((await administrator.post('/bang/nhan-vien', { ...person, role: 'clerk' })).statusCode).toBe(422);
    expect((await administrator.post('/bang/nhan-vien', { ...person, role: 'officer' })).statusCode).toBe(
      303,
    );
    expect((await administrator.get('/bang/nhan-vien?don-vi=P72_SCT')).body).toContain('Lê Thị Hoa');
    const other = await signedIn(app, await aStaffMember(t.owner, 'administrator', 'C2'));
    expect(
      (await other.post('/bang/nhan-vien', { ...person, email: 'b@example.com', role: 'officer' }))
        .statusCode,
    ).toBe(422);
  });
});
