import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '#modules/organisation/index.ts';
import { keySealerFrom, makeUnitKey } from '#modules/papers/index.ts';
import { aTask } from '#test/a-body.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase } from '#test/a-crossing-case.ts';
import { anAgencyId } from '#test/a-dossier-world.ts';
import { aTemplate } from '#test/a-paper.ts';
import { aUtility } from '#test/a-utility.ts';
import { aForm, anApi, apiSecret, type Program, pointers } from '#test/an-api.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n';
let api: Awaited<ReturnType<typeof anApi>>;
let [clerk, head, officer, other, app]: Program[] = [];
let code = '';
beforeAll(async () => {
  api = await anApi(t);
});
afterAll(() => api.app.close());
beforeEach(async () => {
  await aUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  ({ code } = await aCrossingCase(t, crossingVersionId));
  clerk = await api.aProgram('clerk', 'U1');
  head = await api.aProgram('unit_head', 'U1');
  officer = await api.aProgram('officer', 'P72_SXD');
  other = await api.aProgram('officer', 'P72_SCT');
  app = await api.aProgram('app', 'U1', 'app');
});

const act = (by: Program | undefined, slug: string, body: object, headers = {}) =>
  by!.post(`/api/v1/cases/${code}/${slug}`, body, headers);
const said = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
];
const sendFile = async (by: Program | undefined): Promise<string> => {
  const form = await aForm(pdf, 'van-ban.pdf', 'application/pdf');
  return (await by!.send({ method: 'POST', url: '/api/v1/files', ...form })).json().sha256;
};

test('a body’s program lists what lies with it, reads a step and answers it; another body sees nothing of it', async () => {
  const { taskId } = await aTask(t, code, 'position');
  const list = async (by: Program | undefined, stage: string) =>
    (await by!.get(`/api/v1/agency-tasks?stage=${stage}`)).json().items;
  expect(await list(officer, 'new')).toMatchObject([
    { taskId, code, stage: 'new', attempt: 1, decision: null },
  ]);
  expect((await list(other, 'new')).map((one: { taskId: string }) => one.taskId)).not.toContain(taskId);
  expect(said(await other!.get(`/api/v1/agency-tasks/${taskId}`))).toEqual([404, 'task_not_found']);
  expect(said(await clerk!.get('/api/v1/agency-tasks'))).toEqual([403, 'role_may_not']);
  expect(said(await officer!.get(`/api/v1/cases/${code}`))).toEqual([404, 'case_not_found']);

  const once = { 'idempotency-key': 'mot-lan' };
  expect((await act(officer, 'agency-receive', { taskId }, once)).statusCode).toBe(200);
  const again = await act(officer, 'agency-receive', { taskId }, once);
  expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
  expect(said(await act(officer, 'agency-receive', { taskId }))).toEqual([409, 'already_received']);
  const asks = { taskId, what: 'Bản vẽ', until: '2026-03-20' };
  expect((await act(officer, 'agency-ask-supplement', asks)).statusCode).toBe(200);
  const atBodies = (await clerk!.get(`/api/v1/cases/${code}/agency-steps`)).json().items;
  expect(atBodies.find((one: { taskId: string }) => one.taskId === taskId)).toMatchObject({
    waiting: true,
    supplements: [{ what: 'Bản vẽ', answer: null }],
  });
  const drawing = { sha256: await sendFile(clerk), kind: 'drawing' };
  const given = await act(clerk, 'agency-give-supplement', { taskId, documents: [drawing] });
  expect(given.statusCode).toBe(200);
  const view = (await officer!.get(`/api/v1/agency-tasks/${taskId}`)).json();
  expect(view).toMatchObject({ stage: 'working', open: true, documents: [{ mime: 'application/pdf' }] });
  const paper = await officer!.get(`/api/v1/agency-tasks/${taskId}/documents/${view.documents[0].id}`);
  expect([paper.statusCode, paper.body]).toEqual([200, pdf]);
  const approval = { taskId, number: '12', date: '2026-03-02' };
  expect(pointers(await act(officer, 'agency-approve', { ...approval, documents: [] }))).toEqual([
    'body #/documents too_short',
  ]);
  const documents = [{ sha256: await sendFile(officer) }];
  expect((await act(officer, 'agency-approve', { ...approval, documents })).statusCode).toBe(200);
  expect(await list(officer, 'done')).toMatchObject([{ taskId, decision: 'approved' }]);
});

test('a paper is made, listed, fetched and signed by the unit; who may not is told so', async () => {
  const template = await aTemplate(t.owner, 'survey-minutes', {
    groups: ['medium-voltage'],
    signers: [{ party: 'unit', as: 'Điện lực' }],
  });
  const templates = (await clerk!.get(`/api/v1/cases/${code}/paper-templates`)).json().items;
  expect(templates).toMatchObject([{ code: template, fields: [{ name: 'point' }, { name: 'power' }] }]);
  const wrong = await act(clerk, 'make-paper', { template, fields: {} });
  expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'field_missing']);
  const once = { 'idempotency-key': 'lap-mot-lan' };
  const asked = { template, fields: { point: 'Trụ 12' } };
  const made = await act(clerk, 'make-paper', asked, once);
  const { paperId } = made.json();
  expect((await act(clerk, 'make-paper', asked, once)).json()).toMatchObject({ paperId });
  expect(said(await act(clerk, 'sign-paper', { paperId }))).toEqual([403, 'role_may_not']);
  expect(said(await act(head, 'sign-paper', { paperId }))).toEqual([409, 'unit_has_no_key']);
  await makeUnitKey({ ...t, sealer: keySealerFrom(apiSecret) }, systemActor, 'U1');
  expect((await act(head, 'sign-paper', { paperId })).statusCode).toBe(200);
  const { items } = (await clerk!.get(`/api/v1/cases/${code}/papers`)).json();
  expect(items).toMatchObject([{ id: paperId, state: 'complete', signatures: [{ party: 'unit' }] }]);
  const file = await clerk!.get(`/api/v1/cases/${code}/papers/${paperId}`);
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(said(await app!.get(`/api/v1/cases/${code}/papers/${paperId}`))).toEqual([404, 'paper_not_found']);
  expect(said(await app!.get(`/api/v1/cases/${code}/papers`))).toEqual([404, 'case_not_found']);
});

test('the dossier is read, noted and given a new date; its slips are PDF; a case of the web has none', async () => {
  expect(said(await clerk!.get(`/api/v1/cases/${code}/dossier`))).toEqual([404, 'dossier_not_found']);
  expect(said(await act(clerk, 'follow-portal', { status: 6 }))).toEqual([404, 'dossier_not_found']);
  await anAgencyId(t.owner, 'P72_HCC', 'H99.01');
  await t.owner
    .updateTable('cases')
    .set({ channel: 'administration_centre', filed_at: 'P72_HCC' })
    .where('code', '=', code)
    .execute();
  const read = await clerk!.get(`/api/v1/cases/${code}/dossier`);
  expect(read.json()).toMatchObject({ code: 'H99.01-260304-0001', status: { number: 4 }, onTime: true });
  expect(said(await act(clerk, 'follow-portal', { status: 2 }))).toEqual([409, 'theirs_leads_nowhere']);
  expect((await act(clerk, 'follow-portal', { status: 6 })).statusCode).toBe(200);
  expect((await clerk!.get(`/api/v1/cases/${code}/dossier`)).json().status.number).toBe(6);
  const until = '2026-12-21';
  const apology = await act(clerk, 'reappoint', { until, reason: 'Vướng mặt bằng' });
  expect(apology.statusCode).toBe(200);
  expect(said(await act(clerk, 'reappoint', { until, reason: 'Nữa' }))).toEqual([409, 'reappointed_once']);
  const slip = await clerk!.get(`/api/v1/cases/${code}/dossier/papers/phieu-xin-loi.pdf`);
  expect([slip.statusCode, slip.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const none = await clerk!.get(`/api/v1/cases/${code}/dossier/papers/phieu-tu-choi.pdf`);
  expect(said(none)).toEqual([409, 'paper_not_due']);
});

test('how the provinces stand with their regulations is read by every key', async () => {
  const { items } = (await app!.get('/api/v1/regulations')).json();
  expect(items).toMatchObject([{ province: { code: '72' }, state: 'none', regulation: null }]);
});
