import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { aBrowser, aConsole } from '#test/a-console.ts';
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
const open = (change = {}) => openCase(t, nobody, aRequest(service, change));

async function as(role: Parameters<typeof aStaffMember>[1], unit: string) {
  const actor = await aStaffMember(t.owner, role, unit);
  const browser = aBrowser(app);
  const answer = await browser.post('/bang/dang-nhap/minh-hoa', { staffId: actor.id, next: '/bang' });
  expect(answer.statusCode).toBe(303);
  return { actor, ...browser };
}

test('without signing in every page sends to sign in and back', async () => {
  const answer = await aBrowser(app).get('/bang/ho-so/12345678901?x=1');
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/bang/dang-nhap?next=%2Fbang%2Fho-so%2F12345678901%3Fx%3D1');
});

test('a clerk finds the case of the unit, accepts it, and nobody of another unit sees it', async () => {
  const { code } = await open();
  const clerk = await as('clerk', 'U1');
  const list = await clerk.get('/bang');
  expect(list.body).toContain(`/bang/ho-so/${code}`);
  const page = await clerk.get(`/bang/ho-so/${code}`);
  expect(page.statusCode).toBe(200);
  const done = await clerk.post(`/bang/ho-so/${code}/tiep-nhan`, { requestId: randomUUID(), seen: '1' });
  expect(done.headers.location).toBe(`/bang/ho-so/${code}?xong=tiep-nhan`);
  const other = await as('clerk', 'U2');
  expect((await other.get(`/bang/ho-so/${code}`)).statusCode).toBe(404);
});
