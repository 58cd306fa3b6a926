import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptCase, askSupplement, completeStep, openCase } from '#modules/cases/index.ts';
import type { Role } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aDossierWorld } from '#test/a-dossier-world.ts';
import { qrOf, textOf } from '#test/a-pdf.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { checkPaper } from './papers/check-paper.ts';
import { checkRegister, readRegister } from './papers/register.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let serviceVersionId = 0;
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ serviceVersionId } = await aDossierWorld(t.owner));
});
const as = async (role: Role, unit: string) => signedIn(app, await aStaffMember(t.owner, role, unit));

async function atDesk() {
  const desk = await as('desk_clerk', 'HCC1');
  const clerk = await aStaffMember(t.owner, 'clerk', 'U1');
  const opened = await openCase(
    t,
    desk.actor,
    aRequest(serviceVersionId, { channel: 'administration_centre' }),
  );
  const act = () => ({ code: opened.code, requestId: randomUUID() });
  const base = `/bang/ho-so/${opened.code}/mot-cua`;
  return { ...opened, desk, clerk, act, base };
}
const pdfOf = (answer: { rawPayload: Buffer }) => answer.rawPayload;

/** What the code of a paper leads to, checked as the page it leads to checks it. */
async function verified(pdf: Buffer) {
  const address = new URL(qrOf(pdf) ?? '');
  const given = (name: string) => address.searchParams.get(name) ?? '';
  const check = (seal: string, kind: string) =>
    checkPaper(t.db, given('ma'), Number(given('su-kien')), seal, kind);
  const right = await check(given('chung'), given('loai'));
  // The same event has other papers, and the code of one is not that of another.
  const other = given('loai') === 'phieu-kiem-soat' ? 'giay-tiep-nhan' : 'phieu-kiem-soat';
  expect(await check(given('chung'), other)).toEqual({ genuine: false });
  const forged = await check(given('chung').replace(/^./, 'g'), given('loai'));
  expect(forged).toEqual({ genuine: false });
  return right;
}

test('the number stands on the receipt at once, and the receipt is a PDF whose code verifies', async () => {
  const { code, desk, base } = await atDesk();
  expect((await desk.get(`/bang/ho-so/${code}/bien-nhan`)).body).toContain('H99.01-260304-0001');
  const answer = await desk.get(`${base}/giay-tiep-nhan.pdf`);
  expect(answer.headers['content-type']).toBe('application/pdf');
  const text = await textOf(pdfOf(answer));
  for (const words of [
    'HẸN TRẢ KẾT QUẢ',
    'H99.01-260304-0001',
    'Nguyễn Thị Đào',
    'Giấy tờ tùy thân',
    'TRUNG TÂM HCC1',
  ])
    expect(text.toLocaleUpperCase('vi')).toContain(words.toLocaleUpperCase('vi'));
  expect(text).toContain('chưa được cơ quan có thẩm quyền xác nhận');
  expect(await verified(pdfOf(answer))).toMatchObject({ genuine: true, code: 'H99.01-260304-0001' });
});

test('slips of what happened, and none of what did not', async () => {
  const { desk, clerk, act, base } = await atDesk();
  expect((await desk.get(`${base}/phieu-bo-sung.pdf`)).statusCode).toBe(409);
  expect((await desk.get(`${base}/phieu-tu-choi.pdf`)).statusCode).toBe(409);
  await acceptCase(t, clerk, act());
  await askSupplement(t, clerk, { ...act(), what: 'Bản vẽ mặt bằng có chữ ký', until: '2026-03-20' });
  const slip = await desk.get(`${base}/phieu-bo-sung.pdf`);
  expect(await textOf(pdfOf(slip))).toContain('Bản vẽ mặt bằng có chữ ký');
  expect(await verified(pdfOf(slip))).toMatchObject({ genuine: true });
  const sheet = await textOf(pdfOf(await desk.get(`${base}/phieu-kiem-soat.pdf`)));
  for (const words of [
    'Tiếp nhận hồ sơ tại nơi nộp',
    'Đơn vị nhận giải quyết',
    'Yêu cầu bổ sung',
    'clerk U1',
  ])
    expect(sheet).toContain(words);
  expect((await desk.get(base)).body).toContain('Yêu cầu bổ sung giấy tờ');
});

describe('an apology with a new date', () => {
  const again = (until: string) => ({ requestId: randomUUID(), until, reason: 'Mưa bão kéo dài' });

  test('is given once; a second is refused with a sentence', async () => {
    const { desk, base } = await atDesk();
    expect((await desk.post(`${base}/hen-lai`, again('2026-03-20'))).statusCode).toBe(303);
    const slip = await desk.get(`${base}/phieu-xin-loi.pdf`);
    expect(await textOf(pdfOf(slip))).toContain('Mưa bão kéo dài');
    expect(await verified(pdfOf(slip))).toMatchObject({ genuine: true });
    const second = await desk.post(`${base}/hen-lai`, again('2026-03-27'));
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Quy định chỉ cho hẹn lại một lần');
    expect(
      (await t.owner.selectFrom('dossiers').select('reappointment_at').executeTakeFirst())?.reappointment_at,
    ).toEqual(new Date('2026-03-20T17:00:00+07:00'));
  });

  test.each(['2026-03-04', '2026-03-05', '2026-03-22', '2026-02-30', 'mai', ''])(
    'not for %j',
    async (until) => {
      const { desk, base } = await atDesk();
      const answer = await desk.post(`${base}/hen-lai`, again(until));
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Mưa bão kéo dài');
    },
  );

  test('sent twice it is one; somebody of another unit may not', async () => {
    const { desk, base } = await atDesk();
    const form = again('2026-03-20');
    await desk.post(`${base}/hen-lai`, form);
    expect((await desk.post(`${base}/hen-lai`, form)).statusCode).toBe(303);
    expect((await (await as('clerk', 'U3')).post(`${base}/hen-lai`, again('2026-03-20'))).statusCode).toBe(
      404,
    );
  });
});

test('the desk hands the result over: the case is closed and the dossier 10', async () => {
  const { id, desk, clerk, act, base } = await atDesk();
  const head = await aStaffMember(t.owner, 'unit_head', 'U1');
  await acceptCase(t, clerk, act());
  for (;;) {
    const task = await t.owner
      .selectFrom('case_tasks')
      .select('id')
      .where('case_id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (!task) break;
    await completeStep(t, head, { ...act(), taskId: task.id, product: 'Xong' });
  }
  expect((await desk.get(base)).body).toContain('Đã xử lý xong');
  expect((await desk.post(`${base}/tra-ket-qua`, { requestId: randomUUID(), note: '' })).statusCode).toBe(
    303,
  );
  expect(await t.owner.selectFrom('cases').select('state').executeTakeFirst()).toEqual({ state: 'closed' });
  expect((await t.owner.selectFrom('dossiers').select('status').executeTakeFirst())?.status).toBe(10);
});

test('the register lists a centre’s dossiers; its code tells whether the list is whole; another desk sees none', async () => {
  const { desk: today } = await atDesk();
  await atDesk().then(({ id }) => today.get(`/bang/ho-so/${id}`));
  for (const { id } of await t.owner.selectFrom('cases').select('id').execute())
    await (await import('./register-dossier.ts')).registerDossier(t, id);
  const query = 'trung-tam=HCC1&tu=2026-03-01&den=2026-03-31';
  // More may come in while the period lasts: a list printed now is not vouched for.
  const early = pdfOf(await today.get(`/bang/so-theo-doi.pdf?${query}`));
  expect(await textOf(early)).toContain('H99.01-260304-0002');
  expect(qrOf(early)).toBeFalsy();
  t.clock.advance({ days: 28 });
  const desk = await as('desk_clerk', 'HCC1');
  const page = await desk.get(`/bang/so-theo-doi?${query}`);
  expect(page.body).toContain('H99.01-260304-0001');
  const pdf = pdfOf(await desk.get(`/bang/so-theo-doi.pdf?${query}`));
  expect(await textOf(pdf)).toContain('H99.01-260304-0002');
  const period = { centre: 'HCC1', from: '2026-03-01', to: '2026-03-31' };
  const digest = new URL(qrOf(pdf) ?? '').searchParams.get('chung') ?? '';
  expect(await checkRegister(t, period, digest)).toBe(true);
  expect(await checkRegister(t, { ...period, to: '2026-03-03' }, digest)).toBe(false);
  const other = await aStaffMember(t.owner, 'desk_clerk', 'HCC2');
  expect((await readRegister(t, other, period)).rows).toEqual([]);
  expect((await desk.get('/bang/so-theo-doi?tu=2026-03-31&den=2026-03-01')).statusCode).toBe(422);
  expect((await (await as('crew', 'U1')).get('/bang/so-theo-doi')).statusCode).toBe(403);
});
