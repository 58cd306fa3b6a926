import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { customerActor } from '#modules/organisation/index.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { openCase } from '../open-case.ts';
import { verifyChain } from '../verify-chain.ts';

const t = useDb();
const customer = customerActor('web', 'Khách', []);
let serviceVersionId: number;
beforeEach(async () => {
  ({ serviceVersionId } = await aUtility(t.owner));
});
const count = async (table: 'cases' | 'case_events' | 'case_tasks' | 'case_documents' | 'deadline_alarms') =>
  (
    await t.owner
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

test('cases asked for together are opened together, each whole and with a chain that holds', async () => {
  const requests = Array.from({ length: 130 }, () => aRequest(serviceVersionId));
  const opened = await Promise.all(requests.map((request) => openCase(t, customer, request)));
  expect(new Set(opened.map(({ code }) => code)).size).toBe(130);
  expect(await count('cases')).toBe(130);
  expect(await count('case_tasks')).toBe(130 * 3);
  expect(await count('case_documents')).toBe(130);
  expect(await count('deadline_alarms')).toBe(130 * 4);
  expect(await verifyChain(t.db)).toMatchObject({ cases: 130, breaks: [] });
  const jobs = await sql<{ n: number }>`select count(*) as n from graphile_worker._private_jobs`.execute(
    t.owner,
  );
  expect(jobs.rows).toEqual([{ n: 130 }]);
});

test('who is refused, and for what, is each one’s own matter', async () => {
  const crew = await aStaffMember(t.owner, 'crew');
  const request = (change: object = {}) => aRequest(serviceVersionId, change);
  const nameless = request();
  nameless.customer = { ...nameless.customer, name: '  ' };
  const outcomes = await Promise.allSettled([
    openCase(t, customer, request()),
    openCase(t, customer, request({ unitCode: 'NONE' })),
    openCase(t, crew, request()),
    openCase(t, customer, nameless),
    openCase(t, customer, request({ documents: Array(21).fill(request().documents[0]) })),
    openCase(t, customer, request()),
  ]);
  const said = outcomes.map((one) => (one.status === 'fulfilled' ? 'opened' : one.reason.message));
  expect(said).toEqual([
    'opened',
    'unit_not_found',
    'role_may_not',
    'name_needed',
    'too_many_documents',
    'opened',
  ]);
  expect(await count('cases')).toBe(2);
});

test('a row that PostgreSQL finds impossible stands in nobody else’s way', async () => {
  const impossible = aRequest(serviceVersionId, {
    documents: [{ ...aRequest(1).documents[0], sha256: 'x' }],
  });
  const outcomes = await Promise.allSettled([
    openCase(t, customer, aRequest(serviceVersionId)),
    openCase(t, customer, aRequest(serviceVersionId)),
    openCase(t, customer, impossible),
    openCase(t, customer, aRequest(serviceVersionId)),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(await count('cases')).toBe(3);
  expect(await count('case_events')).toBe(3);
});

test('one request id is one case: in one group, over groups, from two servers at once', async () => {
  const other = { db: openDatabase(t.url), clock: t.clock };
  const requests = Array.from({ length: 20 }, () => aRequest(serviceVersionId));
  const opened = await Promise.all(
    requests.flatMap((request) => [
      openCase(t, customer, request),
      openCase(other, customer, request),
      openCase(t, customer, request),
    ]),
  );
  for (const index of requests.keys()) {
    const answers = opened.slice(index * 3, index * 3 + 3);
    expect(new Set(answers.map(({ code, hash }) => code + hash)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  }
  expect(await count('cases')).toBe(20);
  const again = await openCase(t, customer, requests[0] ?? aRequest(serviceVersionId));
  expect(again).toMatchObject({ code: opened[0]?.code, replayed: true });
  await other.db.destroy();
});

test('signs that no database can hold are left out, and nothing else', async () => {
  const request = aRequest(serviceVersionId, { details: { area: 'rural\0', note: 'a\ud800b' } });
  request.customer = { ...request.customer, name: 'Nguyễn\0 Thị Đào', address: 'Ấp 3\udfff' };
  const { id } = await openCase(t, customer, request);
  const row = await t.owner.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    customer_name: 'Nguyễn Thị Đào',
    details: { area: 'rural', note: 'a\ufffdb' },
  });
  expect(await verifyChain(t.db)).toMatchObject({ breaks: [] });
});

test('an id that did something else opens nothing', async () => {
  const { code } = await openCase(t, customer, aRequest(serviceVersionId));
  const clerk = await aStaffMember(t.owner, 'clerk');
  const requestId = randomUUID();
  const { acceptCase } = await import('../accept-case.ts');
  await acceptCase(t, clerk, { code, requestId });
  await expect(openCase(t, customer, aRequest(serviceVersionId, { requestId }))).rejects.toThrow(
    'request_reused',
  );
});

test('a case knows its customer where one alone can be meant', async () => {
  const known = {
    unit_code: 'U1',
    unit_path: 'T.C1.U1',
    kind: 'household',
    name: 'Nguyễn Thị Đào',
    address: 'Ấp 3',
  };
  await t.owner
    .insertInto('customers')
    .values([
      { ...known, code: 'U100000001', phones: ['+84912345678'], search: '', imported_at: t.clock.now() },
      { ...known, code: 'U100000002', phones: ['+84900000001'], search: '', imported_at: t.clock.now() },
      { ...known, code: 'U100000003', phones: ['+84900000001'], search: '', imported_at: t.clock.now() },
    ])
    .execute();
  const by = (phone: string, customerCode: string | null = null) => {
    const request = aRequest(serviceVersionId);
    return { ...request, customer: { ...request.customer, phone, email: null, customerCode } };
  };
  const requests = [by('+84912345678'), by('+84900000001'), by('+84911111111'), by('+84912345678', 'OTHER1')];
  const opened = await Promise.all(requests.map((request) => openCase(t, customer, request)));
  const codes = await Promise.all(
    opened.map(({ id }) =>
      t.owner.selectFrom('cases').select('customer_code').where('id', '=', id).executeTakeFirst(),
    ),
  );
  expect(codes.map((row) => row?.customer_code)).toEqual(['U100000001', null, null, 'OTHER1']);
});
