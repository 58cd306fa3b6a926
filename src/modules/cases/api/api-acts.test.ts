import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aForm, aNotice, anApi, type Program, pointers } from '#test/an-api.ts';
import { useDb } from '#test/use-db.ts';
import { acts } from '../rules/transitions.ts';

const t = useDb({ profile: true });
let api: Awaited<ReturnType<typeof anApi>>;
let [phoneApp, clerk, head]: Program[] = [];
beforeAll(async () => {
  api = await anApi(t);
});
afterAll(() => api.app.close());
beforeEach(async () => {
  [phoneApp, clerk, head] = [
    await api.aProgram('app', 'PB0508', 'app'),
    await api.aProgram('clerk', 'PB0508'),
    await api.aProgram('unit_head', 'PB0508'),
  ];
});

const file = async (change: object = {}): Promise<string> =>
  (await phoneApp!.post('/api/v1/cases', aNotice(change))).json().code;
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#ffcc33' } })
    .jpeg()
    .toBuffer();
const send = async (
  by: Program,
  content?: string | Uint8Array<ArrayBuffer>,
  name = 'ảnh.jpg',
  type = 'image/jpeg',
) => {
  const bytes = content ?? new Uint8Array(await photo());
  return by.send({ method: 'POST', url: '/api/v1/files', ...(await aForm(bytes, name, type)) });
};

// The last step is completed as every other; that it was the last one is found out there.
test('everything that can be done to a case can be done by a program', async () => {
  const { paths } = (await api.app.inject('/api/openapi.json')).json();
  const acted = Object.keys(paths).map((path) => /^\/api\/v1\/cases\/\{code\}\/([a-z-]+)$/.exec(path)?.[1]);
  const done = new Set(acted.map((slug) => slug?.replaceAll('-', '_')));
  expect(acts.filter((act) => !done.has(act))).toEqual(['complete_last_step']);
});

test('a case goes from filed to rated through the API alone', async () => {
  const code = await file();
  const act = async (by: Program | undefined, slug: string, body: object = {}) => {
    const answer = await by!.post(`/api/v1/cases/${code}/${slug}`, body);
    expect([slug, answer.statusCode, answer.body]).toEqual([slug, 200, expect.any(String)]);
  };
  const completeStep = async () => {
    const { steps } = (await head!.get(`/api/v1/cases/${code}`)).json();
    const open = steps.find((step: { state: string }) => step.state === 'open');
    if (open) await act(head, 'complete-step', { taskId: open.taskId, product: 'Biên bản' });
    return open !== undefined;
  };
  const colleague = randomUUID();
  await t.owner
    .insertInto('staff')
    .values({ id: colleague, name: 'Lê Văn B', email: 'b@x.vn', role: 'clerk', unit_code: 'PB0508' })
    .execute();
  await act(clerk, 'accept');
  const { items } = (await clerk!.get(`/api/v1/cases/${code}/colleagues`)).json();
  expect(items).toEqual([{ id: colleague, name: 'Lê Văn B', role: 'clerk' }]);
  expect((await phoneApp!.get(`/api/v1/cases/${code}/colleagues`)).statusCode).toBe(403);
  await act(clerk, 'assign', { staffId: colleague });
  await act(clerk, 'ask-supplement', { what: 'Ảnh rõ hơn', until: '2026-03-20' });
  await act(phoneApp, 'receive-supplement', { answer: 'Gửi lại rồi ạ' });
  await act(clerk, 'record-visit');
  await act(clerk, 'record-visit', { reason: 'Ký lại' });
  await act(phoneApp, 'message', { body: 'Bao giờ xong ạ?' });
  await act(clerk, 'answer', { body: 'Mai ạ' });
  await act(clerk, 'comment', { body: 'Nhà cuối hẻm' });
  while (await completeStep());
  await act(clerk, 'close', { note: 'Đã trao' });
  await act(phoneApp, 'rate', { score: 5, remark: 'Nhanh' });
  await act(head, 'reopen', { reason: 'Công tơ sai' });
  await act(phoneApp, 'withdraw', { reason: 'Thôi ạ' });
  const whole = (await clerk!.get(`/api/v1/cases/${code}`)).json();
  expect(whole).toMatchObject({
    ...{ state: 'withdrawn', assignee: colleague, visits: 2, rating: { score: 5, remark: 'Nhanh' } },
    may: ['answer', 'comment', 'attach'],
  });
  const declined = await file();
  const refused = await clerk!.post(`/api/v1/cases/${declined}/decline`, { reason: 'Ngoài vùng' });
  expect(refused.statusCode).toBe(200);
});

test.each([
  ['accept', 'app', {}, 403, 'role_may_not'],
  ['rate', 'clerk', { score: 5 }, 403, 'role_may_not'],
  ['close', 'clerk', {}, 409, 'not_in_this_state'],
  ['complete-step', 'clerk', { taskId: randomUUID(), product: 'x' }, 409, 'not_in_this_state'],
  ['rate', 'app', { score: 6 }, 422, 'body #/score too_high'],
  ['decline', 'clerk', { reason: ' ' }, 422, 'body #/reason reason_needed'],
  ['transfer', 'clerk', { toUnit: 'NOWHERE', reason: 'x' }, 422, 'body #/toUnit unit_not_found'],
  ['assign', 'clerk', { staffId: randomUUID() }, 422, 'body #/staffId assignee_not_here'],
  ['assign', 'clerk', {}, 422, 'body #/staffId missing'],
  ['message', 'app', undefined, 422, 'body #/body missing'],
  ['attach', 'app', { documents: [] }, 422, 'body #/documents text_needed'],
])('%s by %s with %j is refused with %i %s', async (slug, role, body, status, why) => {
  const code = await file();
  const by = role === 'app' ? phoneApp! : clerk!;
  const url = `/api/v1/cases/${code}/${slug}`;
  const answer = await by.send({ method: 'POST', url, ...(body ? { payload: body } : {}) });
  const said = why.includes(' ') ? pointers(answer) : [answer.json().code];
  expect([answer.statusCode, ...said]).toEqual([status, why]);
});

describe('a file', () => {
  test('is sent, attached by its hash, shown and given back', async () => {
    const sent = await send(phoneApp!);
    expect([sent.statusCode, sent.json()]).toMatchObject([201, { name: 'ảnh.jpg', mime: 'image/jpeg' }]);
    const { sha256 } = sent.json();
    const code = await file({ documents: [{ sha256, kind: 'identity' }] });
    await phoneApp!.post(`/api/v1/cases/${code}/attach`, { documents: [{ sha256 }] });
    const { documents } = (await clerk!.get(`/api/v1/cases/${code}`)).json();
    expect(documents.map((one: { kind: string }) => one.kind)).toEqual(['identity', 'other']);
    const got = await clerk!.get(`/api/v1/cases/${code}/documents/${documents[0].id}`, { accept: 'image/*' });
    expect([got.statusCode, got.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(got.headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E1%BA%A3nh.jpg");
    expect(got.rawPayload).toHaveLength(documents[0].bytes);
  });

  test('of somebody else cannot be attached by knowing its hash', async () => {
    const { sha256 } = (await send(clerk!)).json();
    const answer = await phoneApp!.post('/api/v1/cases', aNotice({ documents: [{ sha256 }] }));
    expect(pointers(answer)).toEqual(['body #/documents/0/sha256 file_not_sent']);
    const code = await file();
    const attached = await phoneApp!.post(`/api/v1/cases/${code}/attach`, { documents: [{ sha256 }] });
    expect(pointers(attached)).toEqual(['body #/documents/0/sha256 file_not_sent']);
  });

  test.each([
    ['no picture', 'MZ', 'a.jpg', 'image/jpeg', 415],
    ['a lie', '%PDF-1.4 %%EOF', 'a.jpg', 'image/jpeg', 415],
    ['empty', '', 'a.pdf', 'application/pdf', 422],
    ['a page of HTML', '<html><script>alert(1)</script>', 'a.html', 'text/html', 415],
  ])('that is %s is refused', async (_, content, name, type, status) => {
    const answer = await send(phoneApp!, content, name, type);
    expect([answer.statusCode, pointers(answer)[0]]).toEqual([
      status,
      expect.stringContaining('body #/file '),
    ]);
  });

  test('loses the path in its name', async () => {
    const sent = await send(phoneApp!, undefined, '../../etc/cron.d/ảnh.jpg');
    expect(sent.json().name).toBe('ảnh.jpg');
  });

  test('is asked for where none came', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const payload of ['', '--x--\r\n', 'nonsense']) {
      const answer = await phoneApp!.send({ method: 'POST', url: '/api/v1/files', payload, headers });
      expect([payload, answer.statusCode]).toEqual([
        payload,
        expect.toSatisfy((n) => n === 400 || n === 422),
      ]);
    }
    expect(pointers(await phoneApp!.post('/api/v1/files'))).toEqual(['body #/file missing']);
  });
});
