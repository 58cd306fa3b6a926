import { randomUUID } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { agencyTasks, forCustomers, lookAtResult, putAddress, refuseTask } from '#modules/agencies/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { asked, aTask } from '#test/a-body.ts';
import { aBrowser, aConsole, signedIn } from '#test/a-console.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { anAnswer, tampered } from '#test/a-signed-answer.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { aForm, anApi } from '#test/an-api.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let made: Awaited<ReturnType<typeof aConsole>>;
let api: Awaited<ReturnType<typeof anApi>>;
let found: Crossing;
let officer: Actor;
let signed: Buffer<ArrayBuffer>;

beforeAll(async () => {
  made = await aConsole(t);
  api = await anApi(t);
  signed = await anAnswer('Sở Xây dựng Ví Dụ');
});
afterAll(async () => {
  await made.app.close();
  await api.app.close();
});
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  found = await aCrossingCase(t, crossingVersionId);
});

const answer = () => ({ requestId: randomUUID(), number: '125/SXD', date: '2026-03-03', note: '' });
const changed = () => ({ name: 'gp.pdf', content: tampered(signed) });
const stepOf = async (step: string) => (await aTask(t, found.code, step)).taskId;
const decided = () =>
  t.owner
    .selectFrom('agency_tasks')
    .select(['result_signature', 'result_signed_by'])
    .where('decision', 'is not', null)
    .execute();
const customerSees = async () =>
  renderToStaticMarkup(
    await inScope(t.db, found.customer.scope, (trx) => forCustomers(t).section(trx, found.id, 'vi', {})),
  );
const unitSees = async () =>
  (await (await signedIn(made.app, found.clerk)).get(`/bang/ho-so/${found.code}`)).body;

test('a signed answer is kept with whose signature it is; the officer, the unit and the customer read it', async () => {
  const browser = await signedIn(made.app, officer);
  const base = `/co-quan/buoc/${await stepOf('position')}`;
  const sent = await browser.upload(`${base}/chap-thuan`, answer(), { name: 'gp.pdf', content: signed });
  expect(sent.statusCode).toBe(303);
  expect(await decided()).toEqual([{ result_signature: 'holds', result_signed_by: 'Sở Xây dựng Ví Dụ' }]);
  const words = 'ký số bởi Sở Xây dựng Ví Dụ';
  expect((await browser.get(base)).body).toContain(words);
  expect(await unitSees()).toContain(words);
  expect(await customerSees()).toContain(words);
  const event = await t.owner
    .selectFrom('case_events')
    .select('data')
    .where('kind', '=', 'agency_approve')
    .executeTakeFirstOrThrow();
  expect(event.data).toMatchObject({ signature: 'holds', signed_by: 'Sở Xây dựng Ví Dụ' });
});

test('an answer without a signature is taken, and all are told so', async () => {
  const browser = await signedIn(made.app, officer);
  const base = `/co-quan/buoc/${await stepOf('position')}`;
  const typed = { requestId: randomUUID(), reason: 'Vướng hành lang' };
  const content = await anAnswer();
  const sent = await browser.upload(`${base}/khong-chap-thuan`, typed, { name: 'gp.pdf', content });
  expect(sent.statusCode).toBe(303);
  expect(await decided()).toEqual([{ result_signature: 'none', result_signed_by: null }]);
  for (const seen of [(await browser.get(base)).body, await unitSees(), await customerSees()])
    expect(seen).toContain('không có chữ ký số');
});

test('a document changed after it was signed is refused at the door of the officer and of the unit', async () => {
  const browser = await signedIn(made.app, officer);
  const base = `/co-quan/buoc/${await stepOf('position')}`;
  for (const [slug, typed] of [
    ['chap-thuan', answer()],
    ['khong-chap-thuan', { requestId: randomUUID(), reason: 'x' }],
  ] as const) {
    const refused = await browser.upload(`${base}/${slug}`, typed, changed());
    expect([refused.statusCode, refused.body.includes('đã bị thay đổi sau khi ký số')]).toEqual([422, true]);
  }
  await t.owner.updateTable('staff').set({ active: false }).where('unit_code', '=', 'P72_SXD').execute();
  const clerk = await signedIn(made.app, found.clerk);
  const place = `/bang/ho-so/${found.code}/co-quan/${await stepOf('position')}/ket-qua-giay`;
  const refused = await clerk.upload(place, answer(), changed());
  expect([refused.statusCode, refused.body.includes('đã bị thay đổi sau khi ký số')]).toEqual([422, true]);
  expect(await decided()).toEqual([]);
});

test('and at the door of the link', async () => {
  const address = { unit_code: 'P72_SGT', valid_from: '2026-01-01', email: 'vt@example.com', source: 'x' };
  await inScope(t.db, systemScope, (trx) => putAddress(trx, address));
  await agencyTasks({ ...t, url: 'http://localhost:3000' }).task_sent({ taskId: await stepOf('permit') });
  const letter = await t.owner
    .selectFrom('notices')
    .select('body_text')
    .where('kind', '=', 'agency_task')
    .executeTakeFirstOrThrow();
  const link = new URL(/http\S+\/co-quan\/viec\/\S+/.exec(letter.body_text)?.[0] ?? 'http://none').pathname;
  const refused = await aBrowser(made.app).upload(`${link}/chap-thuan`, answer(), changed());
  expect([refused.statusCode, refused.body.includes('đã bị thay đổi sau khi ký số')]).toEqual([422, true]);
  expect(await decided()).toEqual([]);
});

test('and at the door of programs, which read what was found', async () => {
  const program = await api.aProgram('officer', 'P72_SXD');
  const taskId = await stepOf('position');
  const send = async (content: Buffer<ArrayBuffer>) => {
    const form = await aForm(content, 'gp.pdf', 'application/pdf');
    const sent = await program.send({ method: 'POST', url: '/api/v1/files', ...form });
    const { requestId: _, ...rest } = answer();
    const documents = [{ sha256: sent.json().sha256 }];
    const headers = { 'idempotency-key': randomUUID() };
    return program.post(
      `/api/v1/cases/${found.code}/agency-approve`,
      { ...rest, taskId, documents },
      headers,
    );
  };
  const refused = await send(tampered(signed));
  expect([refused.statusCode, refused.body.includes('signature_broken')]).toEqual([422, true]);
  expect((await send(signed)).statusCode).toBe(200);
  const seen = await program.get(`/api/v1/agency-tasks/${taskId}`);
  expect(seen.json().attempts).toMatchObject([{ signature: 'holds', signedBy: 'Sở Xây dựng Ví Dụ' }]);
});

test('a signature that cannot be checked over the whole file is not said to hold', async () => {
  const content = Buffer.concat([signed, Buffer.from('\n9 0 obj <<>> endobj\n%%EOF\n')]);
  const bytes = async function* () {
    yield content;
  };
  const file = await made.files.store(bytes(), { name: 'gp.pdf' });
  const documents = await lookAtResult(made.files, [{ ...file, kind: 'other' }]);
  await refuseTask(t, officer, { ...(await asked(t, found.code, 'position')), reason: 'x', documents });
  expect(await decided()).toEqual([{ result_signature: 'unread', result_signed_by: null }]);
  expect(await unitSees()).toContain('chưa kiểm được trên toàn bộ tệp');
});
