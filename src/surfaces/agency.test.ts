import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agencyTasks, putAddress } from '#modules/agencies/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aTask } from '#test/a-body.ts';
import { aBrowser, aConsole, signedIn } from '#test/a-console.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let made: Awaited<ReturnType<typeof aConsole>>;
let found: Crossing;
let officer: Actor;
let shown: string;

beforeAll(async () => {
  made = await aConsole(t);
});
afterAll(() => made.app.close());
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  const drawing = await made.files.store(bytes(pdf), { name: 'ban-ve.pdf' });
  const documents = [
    { kind: 'identity', name: 'cccd.jpg', sha256: 'a'.repeat(64), mime: 'image/jpeg', bytes: 10 },
    { ...drawing, kind: 'drawing' },
  ];
  found = await aCrossingCase(t, crossingVersionId, { documents });
  shown = found.code.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3');
});

const pdf = '%PDF-1.4 made up %%EOF';
async function* bytes(content: string) {
  yield Buffer.from(content);
}
const pathOf = async (step: string) => `/co-quan/buoc/${(await aTask(t, found.code, step)).taskId}`;
const jobs = agencyTasks({ ...t, url: 'http://localhost:3000' });

describe('an officer', () => {
  test('lands at the list of their office after signing in, and the console leads them back', async () => {
    const browser = await signedIn(made.app, officer);
    const home = await browser.get('/bang');
    expect([home.statusCode, home.headers.location]).toEqual([303, '/co-quan']);
    const list = await browser.get('/co-quan');
    expect(list.body).toContain(shown);
    expect(list.body).toContain('còn 5 ngày làm việc');
    expect(list.body.match(/\/co-quan\/buoc\//g)).toHaveLength(1);
    const elsewhere = await browser.get(`/bang/ho-so/${found.code}`);
    expect([elsewhere.statusCode, elsewhere.body.includes('của điện lực')]).toEqual([403, true]);
    const clerk = await signedIn(made.app, found.clerk);
    expect((await clerk.get('/co-quan')).statusCode).toBe(403);
    expect((await aBrowser(made.app).get('/co-quan')).headers.location).toContain(
      '/bang/dang-nhap?next=%2Fco-quan',
    );
  });

  test('sees the papers the step needs and no other; what is another office’s is not there', async () => {
    const browser = await signedIn(made.app, officer);
    const page = await browser.get(await pathOf('position'));
    expect(page.body).toContain('ban-ve.pdf');
    expect(page.body).not.toContain('cccd.jpg');
    expect(page.body).not.toContain('+84912345678');
    const rows = await t.owner.selectFrom('case_documents').select(['id', 'kind']).execute();
    const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? '';
    const base = await pathOf('position');
    expect((await browser.get(`${base}/tep/${idOf('drawing')}`)).body).toBe(pdf);
    expect((await browser.get(`${base}/tep/${idOf('identity')}`)).statusCode).toBe(404);
    const other = await signedIn(made.app, await aStaffMember(t.owner, 'officer', 'P72_SCT'));
    for (const path of [base, `${base}/tep/${idOf('drawing')}`])
      expect((await other.get(path)).statusCode).toBe(404);
    expect((await other.post(`${base}/da-nhan`, { requestId: randomUUID() })).statusCode).toBe(404);
  });

  test('answers with a document that is what it says; a refused form keeps what was typed', async () => {
    const browser = await signedIn(made.app, officer);
    const base = await pathOf('position');
    expect((await browser.post(`${base}/da-nhan`, { requestId: randomUUID() })).statusCode).toBe(303);
    const typed = { requestId: randomUUID(), number: '125/SXD', date: '2026-03-03', note: '' };
    const lying = await browser.upload(`${base}/chap-thuan`, typed, { name: 'a.pdf', content: 'no PDF' });
    expect(lying.statusCode).toBe(415);
    expect(lying.body).toContain('125/SXD');
    const good = await browser.upload(`${base}/chap-thuan`, typed, { name: 'van-ban.pdf', content: pdf });
    expect(good.headers.location).toContain('xong=chap-thuan');
    const page = await browser.get(base);
    expect(page.body).toContain('Chấp thuận. 125/SXD, 03/03/2026');
    expect(page.body).toContain('van-ban.pdf');
    const list = await browser.get('/co-quan?xem=da-tra-loi');
    expect(list.body).toContain(shown);
  });
});

describe('a body without officers here', () => {
  const address = {
    unit_code: 'P72_SGT',
    valid_from: '2026-01-01',
    email: 'vanthu@example.com',
    source: 'x',
  };
  const letters = async () =>
    (await t.owner.selectFrom('notices').selectAll().orderBy('created_at').execute()).filter(
      ({ kind }) => kind === 'agency_task',
    );
  const linkIn = (text = '') =>
    new URL(/http\S+\/co-quan\/viec\/\S+/.exec(text)?.[0] ?? 'http://none').pathname;
  const send = async (cause?: string) => {
    const { taskId } = await aTask(t, found.code, 'permit');
    await jobs.task_sent({ taskId, ...(cause ? { cause } : {}) });
    t.clock.advance({ hours: 1 });
    return linkIn((await letters()).at(-1)?.body_text);
  };
  beforeEach(() => inScope(t.db, systemScope, (trx) => putAddress(trx, address)));

  test('is sent one letter, which nobody of the unit can read; opening the link acknowledges nothing', async () => {
    const link = await send();
    await send();
    expect(await letters()).toHaveLength(1);
    expect(await letters()).toMatchObject([{ recipient: 'vanthu@example.com', case_id: null }]);
    const seen = await inScope(t.db, found.clerk.scope, (trx) =>
      trx.selectFrom('notices').select('kind').where('kind', '=', 'agency_task').execute(),
    );
    expect(seen).toEqual([]);
    const page = await aBrowser(made.app).get(link);
    expect(page.body).toContain('ban-ve.pdf');
    expect(page.body).not.toContain('cccd.jpg');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    const row = await t.owner.selectFrom('agency_tasks').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ how: 'mail', received_at: null });
  });

  test('acknowledges and answers through it, and then it has ended', async () => {
    const link = await send();
    const browser = aBrowser(made.app);
    expect((await browser.post(`${link}/da-nhan`, { requestId: randomUUID() })).headers.location).toBe(
      `${link}?xong=da-nhan`,
    );
    const typed = { requestId: randomUUID(), number: '7/SGT', date: '2026-03-03', note: '' };
    const done = await browser.upload(`${link}/chap-thuan`, typed, { name: 'gp.pdf', content: pdf });
    expect(done.body).toContain('Đã ghi câu trả lời');
    const again = await browser.upload(`${link}/chap-thuan`, typed, { name: 'gp.pdf', content: pdf });
    expect([again.statusCode, again.body.includes('đã có kết quả')]).toEqual([410, true]);
    const row = await t.owner.selectFrom('agency_tasks').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      decision: 'approved',
      decided_by: 'Sở Giao thông vận tải (vanthu@example.com)',
    });
  });

  test('a link that is made up, too old or replaced says so, each in its own words', async () => {
    const link = await send();
    const browser = aBrowser(made.app);
    const answer = async (path: string) => {
      const { statusCode, body } = await browser.get(path);
      return [statusCode, /role="alert">([^<]+)</.exec(body)?.[1]?.slice(0, 30)];
    };
    expect(await answer(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).toEqual([
      404,
      'Đường dẫn này không đúng. Mở l',
    ]);
    const newer = await send('asked again');
    expect(await answer(link)).toEqual([410, 'Điện lực đã gửi một đường dẫn ']);
    expect((await browser.get(newer)).statusCode).toBe(200);
    t.clock.advance({ hours: 31 * 24 });
    expect(await answer(newer)).toEqual([410, 'Đường dẫn này đã hết hạn ngày ']);
  });

  test('a link opens its own step alone', async () => {
    const link = await send();
    const browser = aBrowser(made.app);
    const rows = await t.owner
      .selectFrom('case_documents')
      .select('id')
      .where('kind', '=', 'identity')
      .execute();
    expect((await browser.get(`${link}/tep/${rows[0]?.id}`)).statusCode).toBe(404);
    const other = await aTask(t, found.code, 'position');
    expect((await browser.get(`/co-quan/buoc/${other.taskId}`)).statusCode).toBe(303);
  });
});
