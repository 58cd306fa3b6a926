import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { listServices } from '#modules/catalogue/index.ts';
import { customerActor, type Role } from '#modules/organisation/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
let app: Awaited<ReturnType<typeof aConsole>>['app'];
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(() => haveCustomers(t.db, aCustomer()));
const as = async (role: Role, unit: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const page = '/bang/khach-hang/PB05080000001';

test('an agent finds a customer by half a name, and sees contracts, meter points and cases', async () => {
  const [service] = await inScope(t.db, publicScope, (trx) => listServices(trx, '2026-03-04'));
  const request = aRequest(service?.id ?? 0, { unitCode: 'PB0508' });
  const { code } = await openCase(t, customerActor('web', 'Thắng', []), {
    ...request,
    customer: { ...request.customer, phone: '+84909123456' },
  });
  const agent = await as('agent', 'EVNSPC');
  const found = await agent.get('/bang/khach-hang?tim=duc+thang');
  expect(found.statusCode).toBe(200);
  expect(found.body).toContain(page);
  const file = await agent.get(page);
  expect(file.body).toContain('HD-PB05080000001');
  expect(file.body).toContain('PB05080000001001');
  expect(file.body).toContain(`/bang/ho-so/${code}`);
  expect(file.body).toContain('/bang/goi/moi?khach=PB05080000001');
});

test('a clerk lists the customers of their unit, and sees no others', async () => {
  await haveCustomers(t.db, aCustomer({ code: 'PB05020000001', unitCode: 'PB0502', name: 'Lý Văn Xa' }));
  const clerk = await as('clerk', 'PB0508');
  const list = await clerk.get('/bang/khach-hang');
  expect(list.body).toContain(page);
  expect(list.body).not.toContain('Lý Văn Xa');
  expect((await clerk.get('/bang/khach-hang?tim=xa')).body).not.toContain('Lý Văn Xa');
  expect((await clerk.get('/bang/khach-hang/PB05020000001')).statusCode).toBe(404);
});

test('a list goes on over its pages', async () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    aCustomer({ code: `PB05080001${100 + n}`, name: 'Người' }),
  );
  await haveCustomers(t.db, ...many);
  const clerk = await as('clerk', 'PB0508');
  const first = await clerk.get('/bang/khach-hang');
  const next = /rel="next" href="([^"]+)"/.exec(first.body)?.[1] ?? '';
  const second = await clerk.get(next);
  const codes = (body: string) => [...body.matchAll(/khach-hang\/(PB\d+)"/g)].map((match) => match[1]);
  expect(new Set([...codes(first.body), ...codes(second.body)]).size).toBe(61);
  expect(second.body).not.toContain('rel="next"');
});

test('the desk of an administration centre finds no customer', async () => {
  const desk = await t.owner
    .selectFrom('org_units')
    .select('code')
    .where('kind', '=', 'administration_centre')
    .executeTakeFirstOrThrow();
  const clerk = await as('desk_clerk', desk.code);
  expect((await clerk.get('/bang/khach-hang?tim=thang')).body).not.toContain(page);
  expect((await clerk.get('/bang/khach-hang?tim=0909123456')).body).not.toContain(page);
  expect((await clerk.get(page)).statusCode).toBe(404);
});

test.each(['%00', "'%3B--", '%FF', 'a'.repeat(3000)])('a search for %s is harmless', async (typed) => {
  const agent = await as('agent', 'EVNSPC');
  expect((await agent.get(`/bang/khach-hang?tim=${typed}`)).statusCode).toBeLessThan(500);
});
