import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Role } from '#modules/organisation/index.ts';
import { aBrowser, aConsole, signedIn } from '#test/a-console.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { aPassword, someoneWithPassword } from '#test/someone-with-password.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let made: Awaited<ReturnType<typeof aConsole>>;
beforeAll(async () => {
  made = await aConsole(t);
});
afterAll(() => made.app.close());
beforeEach(async () => {
  await aUtility(t.owner);
});
const as = async (role: Role, unit: string) => signedIn(made.app, await aStaffMember(t.owner, role, unit));
const person = {
  name: 'Lê Văn Tám',
  email: 'Tam@Unit.vn',
  role: 'crew',
  unitCode: 'U2',
  password: aPassword,
};

test('an administrator takes a person on, who can sign in', async () => {
  const admin = await as('administrator', 'C1');
  const answer = await admin.post('/bang/nhan-vien', person);
  expect(answer.statusCode).toBe(303);
  expect((await admin.get(String(answer.headers.location))).body).toContain('Đã thêm Lê Văn Tám');
  const browser = aBrowser(made.app);
  const first = await browser.post('/bang/dang-nhap', {
    email: 'tam@unit.vn',
    password: aPassword,
    next: '/bang',
  });
  expect(first.statusCode).toBe(303);
});

test.each([
  [{ email: 'x' }, 'Cần nhập e-mail đúng'],
  [{ name: ' ' }, 'Cần nhập họ tên'],
  [{ password: 'ngắn' }, 'ít nhất 12 ký tự'],
  [{ unitCode: 'U3' }, 'Không có đơn vị nào mang mã này'],
  [{ unitCode: 'KHONG' }, 'Không có đơn vị nào mang mã này'],
  [{ role: 'desk_clerk' }, 'phải thuộc một trung tâm phục vụ hành chính công'],
])('a mistake %j is named, and what was typed stays', async (change, words) => {
  const admin = await as('administrator', 'C1');
  const answer = await admin.post('/bang/nhan-vien', { ...person, ...change });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect(answer.body).toContain('email' in change ? 'value="Lê Văn Tám"' : 'value="Tam@Unit.vn"');
  expect(answer.body).not.toContain(aPassword);
});

test('an e-mail is taken once', async () => {
  const admin = await as('administrator', 'C1');
  await admin.post('/bang/nhan-vien', person);
  expect((await admin.post('/bang/nhan-vien', person)).statusCode).toBe(409);
});

test('who is deactivated is out at once, and in again when reactivated', async () => {
  const admin = await as('administrator', 'C1');
  const clerk = await as('clerk', 'U1');
  await admin.post(`/bang/nhan-vien/${clerk.actor.id}/ngung`);
  expect((await clerk.get('/bang')).headers.location).toContain('/bang/dang-nhap');
  expect((await clerk.post('/bang/dang-nhap/minh-hoa', { staffId: clerk.actor.id })).statusCode).toBe(404);
  await admin.post(`/bang/nhan-vien/${clerk.actor.id}/cho-lam-lai`);
  expect((await clerk.post('/bang/dang-nhap/minh-hoa', { staffId: clerk.actor.id })).statusCode).toBe(303);
});

test('somebody deactivated cannot come in by password', async () => {
  const staff = await someoneWithPassword(made.accounts);
  await (await as('administrator', 'C1')).post(`/bang/nhan-vien/${staff.id}/ngung`);
  const browser = aBrowser(made.app);
  await browser.post('/bang/dang-nhap', { email: 'lan@unit.vn', password: aPassword, next: '/bang' });
  const answer = await browser.get('/bang');
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain('chưa được gắn với nhân viên');
});

test('nobody but an administrator, and nobody beyond their units, looks after people', async () => {
  const clerk = await as('clerk', 'U3');
  for (const role of [
    'agent',
    'clerk',
    'dispatcher',
    'crew',
    'unit_head',
    'company_director',
    'corporation',
  ] as const) {
    const browser = await as(role, 'C1');
    expect((await browser.get('/bang/nhan-vien')).statusCode).toBe(403);
    expect((await browser.post('/bang/nhan-vien', person)).statusCode).toBe(403);
  }
  const admin = await as('administrator', 'C1');
  expect((await admin.post(`/bang/nhan-vien/${clerk.actor.id}/ngung`)).statusCode).toBe(422);
  expect((await admin.post(`/bang/nhan-vien/${admin.actor.id}/ngung`)).statusCode).toBe(409);
  expect((await admin.get('/bang/nhan-vien?don-vi=U3')).body).not.toContain('clerk U3');
});
