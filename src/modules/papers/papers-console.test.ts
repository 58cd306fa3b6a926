import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptCase, openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { anOldKeyFile } from '#test/a-key-file.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aTemplate } from '#test/a-paper.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let made: Awaited<ReturnType<typeof aConsole>>;
let code: string;
let template: string;

beforeAll(async () => {
  made = await aConsole(t);
});
afterAll(() => made.app.close());
beforeEach(async () => {
  const { serviceVersionId } = await aUtility(t.owner);
  await aNamedUtility(t.owner);
  template = await aTemplate(t.owner);
  const clerk = await aStaffMember(t.owner, 'clerk');
  ({ code } = await openCase(t, customerActor('web', 'K', []), aRequest(serviceVersionId)));
  await acceptCase(t, clerk, { code, requestId: randomUUID() });
});

const enter = async (role: Parameters<typeof aStaffMember>[1], unit = 'U1') =>
  signedIn(made.app, await aStaffMember(t.owner, role, unit));
const address = () => `/bang/ho-so/${code}/van-ban`;
const form = (more = {}) => ({
  requestId: randomUUID(),
  seen: '2',
  template,
  'f.point': 'Trụ 12',
  'f.power': '5',
  ...more,
});

describe('making a paper', () => {
  test('leads to the paper, which can be opened by those who see the case and by nobody else', async () => {
    const clerk = await enter('clerk');
    const answer = await clerk.post(address(), form());
    expect(answer.statusCode).toBe(303);
    const paper = String(answer.headers.location).split('?')[0] ?? '';
    const file = await clerk.get(`${paper}/tep`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await clerk.get(`/bang/ho-so/${code}`)).body).toContain('Biên bản khảo sát');
    const other = await enter('clerk', 'U2');
    expect((await other.get(`${paper}/tep`)).statusCode).toBe(404);
    expect((await other.get(address())).statusCode).toBe(404);
  });

  test('what is wrong comes back by field, with what was typed', async () => {
    const clerk = await enter('clerk');
    const answer = await clerk.post(address(), form({ 'f.point': '', 'f.power': 'nhiều' }));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Điểm đấu nối: chưa ghi.');
    expect(answer.body).toContain('Công suất: ghi bằng số');
    expect(answer.body).toContain('value="nhiều"');
  });

  test('a page that is out of date, and a role that may not, say so', async () => {
    const clerk = await enter('clerk');
    expect((await clerk.post(address(), form({ seen: '1' }))).statusCode).toBe(409);
    const dispatcher = await enter('dispatcher');
    expect((await dispatcher.get(`${address()}?mau=${template}`)).body).toContain(
      'Vai trò của anh/chị không được làm việc này',
    );
    expect((await dispatcher.post(address(), form())).statusCode).toBe(403);
    expect(await t.owner.selectFrom('papers').select('id').execute()).toEqual([]);
  });
});

describe('keys', () => {
  test('are made and retired by administrators, for their own part of the organisation', async () => {
    const administrator = await enter('administrator', 'C1');
    expect((await administrator.post('/bang/khoa-ky', { unitCode: 'U1' })).statusCode).toBe(303);
    expect((await administrator.get('/bang/khoa-ky?xong=tao')).body).toContain('Đơn vị có khóa mới.');
    expect((await administrator.post('/bang/khoa-ky', { unitCode: 'U3' })).statusCode).toBe(422);
    const [key] = await t.owner.selectFrom('unit_keys').selectAll().execute();
    expect(key).toMatchObject({ unit_code: 'U1', self_signed: true, retired_at: null });
    expect(key?.private_key_sealed).not.toContain('PRIVATE');
    await administrator.post('/bang/khoa-ky/thoi-dung', { unitCode: 'U1' });
    expect((await administrator.get('/bang/khoa-ky')).body).toContain('Đã thôi dùng');
  });

  test('nobody else comes near them', async () => {
    const head = await enter('unit_head');
    expect((await head.get('/bang/khoa-ky')).statusCode).toBe(403);
    expect((await head.post('/bang/khoa-ky', { unitCode: 'U1' })).statusCode).toBe(403);
    expect(await t.owner.selectFrom('unit_keys').select('id').execute()).toEqual([]);
  });

  test('a file that cannot be read is refused with a sentence', async () => {
    const administrator = await enter('administrator', 'C1');
    const file = { name: 'khoa.p12', content: anOldKeyFile.toString('latin1'), field: 'file' };
    const answer = await administrator.upload(
      '/bang/khoa-ky/tep',
      { importTo: 'U1', password: 'matkhau' },
      file,
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Không đọc được khóa và chứng thư');
  });
});
