import { afterAll, beforeAll, expect, test } from 'vitest';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aMailDoor } from '#test/a-mail-door.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { readMails } from '../read-mails.ts';

const t = useDb({ profile: true });
let door: Awaited<ReturnType<typeof aMailDoor>>;
let console: Awaited<ReturnType<typeof aConsole>>;
beforeAll(async () => {
  console = await aConsole(t);
  door = await aMailDoor(t, {}, {}, console.files);
});
afterAll(async () => {
  await console.app.close();
  await door.close();
});
const read = () => readMails({ ...t, ...door.letters });
const mail = () => t.owner.selectFrom('mails').selectAll().executeTakeFirstOrThrow();
const as = async (role: 'administrator' | 'agent' | 'clerk', unit: string) =>
  signedIn(console.app, await aStaffMember(t.owner, role, unit));

test('the care centre sees every letter, why nobody was told, and downloads the original; a unit does not', async () => {
  await door.send(aLetter({ subject: 'Bản tin <b>tháng</b>', headers: ['Precedence: bulk'] }));
  await read();
  const agent = await as('agent', 'CSKH');
  const page = await agent.get('/bang/thu-den?loc=khong-bao-nhan');
  expect(page.body).toContain('Bản tin &lt;b&gt;tháng&lt;/b&gt;');
  expect(page.body).toContain('Thư gửi hàng loạt');
  const { id, case_id } = await mail();
  const raw = await agent.get(`/bang/thu-den/${id}/goc`);
  expect(raw.headers).toMatchObject({
    'content-type': 'message/rfc822',
    'x-content-type-options': 'nosniff',
  });
  expect(raw.body).toContain('Precedence: bulk');

  await t.owner
    .updateTable('cases')
    .set({ unit_code: 'PB0508', unit_path: await pathOf('PB0508') })
    .where('id', '=', case_id)
    .execute();
  const [own, other] = [await as('clerk', 'PB0508'), await as('clerk', 'PB0801')];
  expect((await own.get('/bang/thu-den')).statusCode).toBe(403);
  expect((await own.get(`/bang/thu-den/${id}/goc`)).statusCode).toBe(200); // the letter of a case it sees
  expect((await other.get(`/bang/thu-den/${id}/goc`)).statusCode).toBe(404);
  expect((await other.post(`/bang/thu-den/${id}/mo-lai`)).statusCode).toBe(403);
});

test('a letter that was only kept is opened as a case; one that has its case is not opened again', async () => {
  await door.send(aLetter({ headers: ['X-Motcua-Letter: 1'], text: 'Thật ra là của khách' }));
  await read();
  expect(await mail()).toMatchObject({ state: 'listed', silence: 'own_letter' });
  const agent = await as('agent', 'CSKH');
  const { id } = await mail();
  expect((await agent.post(`/bang/thu-den/${id}/mo-lai`)).statusCode).toBe(303);
  await read();
  expect(await mail()).toMatchObject({ state: 'opened', silence: 'own_letter' });
  expect((await agent.post(`/bang/thu-den/${id}/mo-lai`)).statusCode).toBe(409);
  expect((await agent.post('/bang/thu-den/khong-co/mo-lai')).statusCode).toBe(404);
});

test('the page of a case leads to the original of each of its letters, and of no other', async () => {
  await door.send(aLetter({ subject: 'Mất điện <cả> xóm' }));
  await read();
  const { id, case_id } = await mail();
  await door.send(aLetter({ subject: 'Thư khác' }));
  await read();
  const { code } = await t.owner
    .selectFrom('cases')
    .select('code')
    .where('id', '=', case_id)
    .executeTakeFirstOrThrow();
  const { body } = await (await as('agent', 'CSKH')).get(`/bang/ho-so/${code}`);
  expect(body.match(/\/bang\/thu-den\/[0-9a-f-]+\/goc/g)).toEqual([`/bang/thu-den/${id}/goc`]);
  expect(body).toContain('Mất điện &lt;cả&gt; xóm');
});

const pathOf = async (code: string) =>
  (await t.owner.selectFrom('org_units').select('path').where('code', '=', code).executeTakeFirstOrThrow())
    .path;
