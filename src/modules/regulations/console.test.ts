import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bindRegulations } from '#modules/catalogue/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aRegulation, onlyThoseOfTheProfile } from '#test/a-regulation.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { insertRecorded } from './queries-follow.ts';

const t = useDb({ profile: true });
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let director: Awaited<ReturnType<typeof signedIn>>;
let clerk: typeof director;
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  await onlyThoseOfTheProfile(t.owner);
  director = await signedIn(app, await aStaffMember(t.owner, 'company_director', 'PB06'));
  clerk = await signedIn(app, await aStaffMember(t.owner, 'desk_clerk', 'TINH72_HCC'));
});

const issue = (change: object = {}) => ({
  ...{ requestId: randomUUID(), number: '77/QĐ-UBND', issuedOn: '2026-03-02', validFrom: '2026-03-04' },
  ...{ template: 'tong-26-ngay', ...change },
});
const pdf = {
  name: 'quyết định 77.pdf',
  content: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n',
  field: 'document',
};
const stages = () => t.owner.selectFrom('regulation_stages').selectAll().execute();

test('the document of what was issued is kept, and all staff may read it', async () => {
  const answer = await director.upload('/bang/quy-che/80/ban-hanh', issue(), pdf);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/bang/quy-che/80?xong=ban-hanh']);
  const page = (await clerk.get('/bang/quy-che/80')).body;
  expect(page).toContain('77/QĐ-UBND');
  expect(page).not.toContain('<form method="post" action="/bang/quy-che');
  const [, path = ''] = /href="(\/bang\/quy-che\/80\/van-ban\/\d+)"/.exec(page) ?? [];
  const file = await clerk.get(path);
  expect([file.statusCode, file.headers['content-type'], file.body]).toEqual([
    200,
    'application/pdf',
    pdf.content,
  ]);
  expect(file.headers['content-disposition']).toContain('attachment');
  expect((await clerk.get(path.replace('/80/', '/72/'))).statusCode).toBe(404);
});

test('the same form sent twice records once; a file that is none records nothing, and what was typed stays', async () => {
  const sent = issue();
  await director.post('/bang/quy-che/80/ban-hanh', sent);
  await director.post('/bang/quy-che/80/ban-hanh', sent);
  expect(await stages()).toHaveLength(1);
  const answer = await director.upload('/bang/quy-che/80/ban-hanh', issue({ number: '78/QĐ-UBND' }), {
    ...pdf,
    content: 'MZ not a paper',
  });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.body).toContain('id="document-error"');
  expect(answer.body).toContain('value="78/QĐ-UBND"');
  expect(await stages()).toHaveLength(1);
});

test.each([
  ['buoc', { stage: 'opinions_asked', since: 'hôm qua' }, 'since-error'],
  ['buoc', { stage: 'issued', since: '2026-03-01' }, 'stage-error'],
  ['ban-hanh', { ...issue(), issuedOn: '' }, 'issuedOn-error'],
  ['het-hieu-luc', { lastDay: '2026-13-01', ground: 'QĐ 1' }, ''],
])('%s: what cannot be read is named at its input', async (slug, fields, wrong) => {
  const answer = await director.post(`/bang/quy-che/80/${slug}`, { requestId: randomUUID(), ...fields });
  expect(answer.statusCode).toBe(422);
  if (wrong) expect(answer.body).toContain(`id="${wrong}"`);
  expect(await stages()).toEqual([]);
});

test('a form without its request id, another province, nobody signed in', async () => {
  const move = { stage: 'assigned', since: '2026-03-01' };
  expect((await director.post('/bang/quy-che/80/buoc', move)).statusCode).toBe(400);
  const whole = { ...move, requestId: randomUUID() };
  expect((await director.post('/bang/quy-che/72/buoc', whole)).statusCode).toBe(403);
  expect((await clerk.post('/bang/quy-che/72/buoc', whole)).statusCode).toBe(403);
  expect((await director.post('/bang/quy-che/99/buoc', whole)).statusCode).toBe(404);
  expect((await director.get('/bang/quy-che/99')).statusCode).toBe(404);
  expect((await app.inject('/bang/quy-che')).statusCode).not.toBe(200);
  expect(await stages()).toEqual([]);
});

test('who takes part and what differs stand on the page; a body dissolved since is said to be', async () => {
  const because = { vi: 'Sở Giao thông vận tải làm cả hai việc', en: 'Transport does both' };
  const steps = [{ step: 'position-overhead', agency: 'transport', because }];
  const definition = aRegulation({ province: '80', participants: ['transport', 'construction'], steps });
  await inScope(t.db, systemScope, async (trx) => {
    await insertRecorded(trx, definition, t.clock.now());
    await bindRegulations(trx);
  });
  await t.owner
    .updateTable('org_units')
    .set({ valid_to: '2025-02-28' })
    .where('code', '=', 'TINH80_SGTVT')
    .execute();
  const page = (await clerk.get('/bang/quy-che/80')).body;
  expect(page).toContain('Sở Xây dựng tỉnh Long An');
  expect(page).toMatch(/Sở Giao thông vận tải tỉnh Long An.*đã giải thể, hết ngày 28\/2\/2025/);
  expect(page).toContain(because.vi);
  await t.owner.updateTable('org_units').set({ valid_to: null }).where('code', '=', 'TINH80_SGTVT').execute();
});
