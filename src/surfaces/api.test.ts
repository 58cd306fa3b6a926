import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aNotice, anApi, type Program, pointers } from '#test/an-api.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
let api: Awaited<ReturnType<typeof anApi>>;
let phoneApp: Program;
let clerk: Program;
beforeAll(async () => {
  api = await anApi(t);
});
afterAll(() => api.app.close());
beforeEach(async () => {
  phoneApp = await api.aProgram('app', 'PB0508', 'app');
  clerk = await api.aProgram('clerk', 'PB0508');
});

const file = async (by = phoneApp, change: object = {}) => {
  const answer = await by.post('/api/v1/cases', aNotice(change));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().code;
};
describe('the description', () => {
  test('is valid OpenAPI 3.1, open to everybody, and readable', async () => {
    const answer = await api.app.inject('/api/openapi.json');
    const document = answer.json();
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/cases', '/api/v1/cases/{code}', '/api/v1/cases/{code}/accept']),
    );
    const docs = await api.app.inject('/api/docs/');
    expect([docs.statusCode, docs.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('every operation has an id of its own, a summary, and says how it refuses', async () => {
    const { paths } = (await api.app.inject('/api/openapi.json')).json();
    const operations = Object.values<object>(paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary, responses } of operations) {
      expect(summary).toBeTruthy();
      expect(responses['4XX'].content['application/problem+json'].schema.$ref).toContain('Problem');
    }
  });

  test('the type of a problem leads to its page', async () => {
    const { type } = (await phoneApp.get('/api/v1/cases/12345678901')).json();
    const answer = await api.app.inject(new URL(type).pathname);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Không tìm thấy hồ sơ này');
    expect((await api.app.inject('/api/problems/nonsense')).statusCode).toBe(404);
    expect((await api.app.inject('/api/problems')).body).toContain('idempotency_key_reused');
  });
});

describe('filing a case', () => {
  test('answers with code, unit, due time and what is still missing', async () => {
    const answer = await phoneApp.post('/api/v1/cases', aNotice());
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      code: expect.stringMatching(/^\d{11}$/),
      unit: 'PB0508',
      missingDocuments: ['identity', 'site-paper'],
    });
    expect(answer.headers.location).toBe(`/api/v1/cases/${answer.json().code}`);
    const row = await t.owner.selectFrom('cases').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ channel: 'app', unit_code: 'PB0508', filed_at: `key:${phoneApp.id}` });
  });

  test.each([
    ['the unit named', { unit: 'PB0501', district: undefined }, 'PB0501'],
    [
      'the customer code',
      { district: undefined, customer: { name: 'A', phone: '0912345678', customerCode: 'PB05020012345' } },
      'PB0502',
    ],
    ['the address', { district: undefined, address: 'Ấp 3, huyện Gò Dầu, tỉnh Tây Ninh' }, 'PB0502'],
  ])('finds the unit by %s', async (_, change, unit) => {
    expect((await phoneApp.post('/api/v1/cases', aNotice(change))).json().unit).toBe(unit);
  });

  test('names every value that is wrong, in the language of the reader', async () => {
    const wrong = aNotice({
      details: { area: 'moon', phase: 'one', colour: 'red' },
      customer: { name: ' ', phone: '123', email: 'x', customerCode: 'ABC' },
      district: '000',
      documents: [{ sha256: 'a'.repeat(64), kind: 'none' }],
    });
    const answer = await phoneApp.post('/api/v1/cases', wrong, { 'accept-language': 'en;q=0.9, fr' });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(pointers(answer).sort()).toEqual([
      'body #/customer/customerCode customer_code_shape',
      'body #/customer/email email_wrong',
      'body #/customer/name name_needed',
      'body #/customer/phone phone_wrong',
      'body #/details/area choose_one',
      'body #/details/colour unknown_question',
      'body #/details/new_line choose_one',
      'body #/district district_unknown',
      'body #/documents/0/kind document_unknown',
    ]);
    expect(answer.json().detail).toMatch(/^Something is not right/);
    expect((await phoneApp.post('/api/v1/cases', wrong)).json().detail).toMatch(/^Có mục chưa đúng/);
  });

  test('names what is missing, of the wrong type, or not asked for', async () => {
    const answer = await phoneApp.post('/api/v1/cases', { service: 5, customer: { name: 'A' }, colour: 1 });
    expect(pointers(answer).sort()).toEqual([
      'body #/address missing',
      'body #/colour unknown_field',
      'body #/service wrong_type',
    ]);
  });

  test('a role that may not open cases is refused', async () => {
    const director = await api.aProgram('company_director', 'PB05');
    expect((await director.post('/api/v1/cases', aNotice())).statusCode).toBe(403);
  });
});

describe('an Idempotency-Key', () => {
  const once = { 'idempotency-key': 'đơn số 1'.normalize('NFD').replace(/[^ -~]/g, '') };
  test('makes a retry the same case, whatever the order of its keys', async () => {
    const one = await phoneApp.post('/api/v1/cases', aNotice(), once);
    const two = await phoneApp.post(
      '/api/v1/cases',
      Object.fromEntries(Object.entries(aNotice()).reverse()),
      once,
    );
    expect(two.json()).toEqual(one.json());
    expect([one.headers['idempotency-replayed'], two.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
  });

  test('with another request is refused, for an act and for an opening', async () => {
    const code = (await phoneApp.post('/api/v1/cases', aNotice(), once)).json().code;
    const other = [
      await phoneApp.post('/api/v1/cases', aNotice({ address: 'Nơi khác' }), once),
      await phoneApp.post(`/api/v1/cases/${code}/message`, { body: 'Chào' }, once),
    ];
    for (const answer of other)
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'idempotency_key_reused']);
  });

  test('is its sender’s own: another program may use the same', async () => {
    const mine = (await phoneApp.post('/api/v1/cases', aNotice(), once)).json().code;
    const theirs = (await clerk.post('/api/v1/cases', aNotice(), once)).json().code;
    expect(theirs).not.toBe(mine);
  });

  test('sent eight times at once opens one case', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => phoneApp.post('/api/v1/cases', aNotice(), once)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map((answer) => answer.json().code)).size).toBe(1);
    expect(await t.owner.selectFrom('cases').selectAll().execute()).toHaveLength(1);
  });

  test('repeats the answer of an act, even of one that took the case out of sight', async () => {
    const code = await file();
    const send = () =>
      clerk.post(`/api/v1/cases/${code}/transfer`, { toUnit: 'PB0501', reason: 'Khách ở đó' }, once);
    const [first, again] = [await send(), await send()];
    expect([first.statusCode, first.json()]).toEqual([200, { code, version: 2 }]);
    expect([again.statusCode, again.json()]).toEqual([200, { code, version: 2 }]);
    expect((await clerk.get(`/api/v1/cases/${code}`)).statusCode).toBe(404);
    const second = await file();
    const reused = await clerk.post(`/api/v1/cases/${second}/accept`, {}, once);
    expect([reused.statusCode, reused.json().code]).toEqual([409, 'request_reused']);
  });

  test.each(['', 'x'.repeat(256)])('of %# wrong lengths is refused by name', async (key) => {
    const answer = await phoneApp.post('/api/v1/cases', aNotice(), { 'idempotency-key': key });
    expect([answer.statusCode, ...pointers(answer)]).toEqual([
      422,
      'header #/idempotency-key idempotency_key_wrong',
    ]);
  });
});

describe('a version', () => {
  test('read before is not sent again; an act on an older one is refused', async () => {
    const code = await file();
    const first = await clerk.get(`/api/v1/cases/${code}`);
    expect(first.headers.etag).toBe('"1"');
    const same = await clerk.get(`/api/v1/cases/${code}`, { 'if-none-match': '"0", W/"1"' });
    expect([same.statusCode, same.body]).toEqual([304, '']);
    const accepted = await clerk.post(`/api/v1/cases/${code}/accept`, {}, { 'if-match': '"1"' });
    expect([accepted.statusCode, accepted.headers.etag]).toEqual([200, '"2"']);
    for (const seen of ['"1"', '"9"']) {
      const stale = await clerk.post(`/api/v1/cases/${code}/comment`, { body: 'x' }, { 'if-match': seen });
      expect([stale.statusCode, stale.json().code]).toEqual([412, 'stale_version']);
    }
    expect((await clerk.get(`/api/v1/cases/${code}`, { 'if-none-match': '"1"' })).statusCode).toBe(200);
    const wrong = await clerk.post(`/api/v1/cases/${code}/comment`, { body: 'x' }, { 'if-match': 'two' });
    expect(pointers(wrong)).toEqual(['header #/if-match if_match_wrong']);
  });
});

describe('who sees what', () => {
  test('an app sees what it filed, and of that what its customer would', async () => {
    const code = await file();
    await clerk.post(`/api/v1/cases/${code}/accept`);
    await clerk.post(`/api/v1/cases/${code}/comment`, { body: 'Nhà cuối hẻm, khách khó tính' });
    await clerk.post(`/api/v1/cases/${code}/answer`, { body: 'Mai đội đến ạ' });
    const seen = await phoneApp.get(`/api/v1/cases/${code}`);
    const events = await phoneApp.get(`/api/v1/cases/${code}/events`);
    expect(seen.json()).toMatchObject({ state: 'accepted', messages: [{ body: 'Mai đội đến ạ' }] });
    expect(events.json().items.map((event: { kind: string }) => event.kind)).toEqual([
      'open',
      'accept',
      'answer',
    ]);
    for (const answer of [seen, events]) {
      expect(answer.body).not.toContain('khó tính');
      expect(answer.body).not.toContain('clerk của');
    }
    const staff = await clerk.get(`/api/v1/cases/${code}/events?after=2`);
    expect(staff.json().items).toMatchObject([
      { kind: 'comment', by: 'clerk của PB0508' },
      { kind: 'answer' },
    ]);
    const other = await api.aProgram('app', 'PB0508', 'app');
    for (const path of ['', '/events', `/documents/${randomUUID()}`])
      expect((await other.get(`/api/v1/cases/${code}${path}`)).statusCode).toBe(404);
    expect((await other.post(`/api/v1/cases/${code}/withdraw`)).statusCode).toBe(404);
    expect((await other.get('/api/v1/cases')).json().items).toEqual([]);
    expect((await phoneApp.post(`/api/v1/cases/${code}/accept`)).statusCode).toBe(403);
  });

  test('nobody without a key that holds', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer motcua_x', 'Basic YTpi']) {
      const answer = await api.app.inject({ url: '/api/v1/services', headers: { authorization } });
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="motcua"']);
    }
  });
});

test('a list goes page by page to its end, each case once', async () => {
  const filed: string[] = [];
  for (let n = 0; n < 5; n++) {
    filed.push(await file());
    t.clock.advance({ minutes: 1 });
  }
  const seen: string[] = [];
  for (let path = '/api/v1/cases?limit=2&sort=oldest'; path !== ''; ) {
    const { items, next } = (await clerk.get(path)).json();
    seen.push(...items.map((item: { code: string }) => item.code));
    path = next ? `/api/v1/cases?limit=2&sort=oldest&after=${next}` : '';
  }
  expect(seen).toEqual(filed);
  const found = await clerk.get(
    `/api/v1/cases?search=${encodeURIComponent('dao nguyen')}&state=opened&state=accepted`,
  );
  expect(found.json().items).toHaveLength(5);
  for (const after of ['x', Buffer.from(`2026-02-30 00:00:00+00~${randomUUID()}`).toString('base64url')])
    expect(pointers(await clerk.get(`/api/v1/cases?after=${after}`))).toEqual(['query #/after cursor_wrong']);
  expect(pointers(await clerk.get('/api/v1/cases?limit=0&stat=x'))).toEqual([
    'query #/limit too_low',
    'query #/stat unknown_field',
  ]);
});
