import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aForm, aNotice, anApi, type Program, pointers } from '#test/an-api.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
let api: Awaited<ReturnType<typeof anApi>>;
let phoneApp: Program;
beforeAll(async () => {
  api = await anApi(t);
});
afterAll(() => api.app.close());
beforeEach(async () => {
  phoneApp = await api.aProgram('app', 'PB0508', 'app');
});

const json = { 'content-type': 'application/json' };
const raw = (payload: string | Buffer, headers: Record<string, string> = json) =>
  phoneApp.send({ method: 'POST', url: '/api/v1/cases', payload, headers });
const codeOf = (answer: { statusCode: number; json(): { code: string } }) => [
  answer.statusCode,
  answer.json().code,
];
const notice = JSON.stringify(aNotice());

describe('a body', () => {
  test.each([
    [
      'that is too large',
      413,
      'too_large',
      () => raw(JSON.stringify(aNotice({ address: 'x'.repeat(1_100_000) }))),
    ],
    ['that is no JSON', 400, 'not_json', () => raw('{"service":')],
    ['that is empty', 400, 'not_json', () => raw('')],
    [
      'of another charset, and says so',
      415,
      'unsupported_type',
      () => raw(notice, { 'content-type': 'application/json; charset=windows-1258' }),
    ],
    [
      'whose charset lies',
      400,
      'not_utf8',
      () => raw(Buffer.from(notice, 'latin1'), { 'content-type': 'application/json; charset=utf-8' }),
    ],
    [
      'of a form',
      415,
      'unsupported_type',
      () => raw('service=x', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['of XML', 415, 'unsupported_type', () => raw('<a/>', { 'content-type': 'application/xml' })],
    [
      'of parts',
      415,
      'unsupported_type',
      async () =>
        phoneApp.send({
          method: 'POST',
          url: '/api/v1/cases',
          ...(await aForm('x', 'a.pdf', 'application/pdf')),
        }),
    ],
    [
      'that says it is packed',
      400,
      'bad_input',
      () => raw(Buffer.alloc(20), { ...json, 'content-length': '1000' }),
    ],
    [
      'with __proto__',
      400,
      'not_json',
      () => raw(`{"__proto__":{"role":"administrator"},${notice.slice(1)}`),
    ],
    [
      'with constructor.prototype',
      400,
      'not_json',
      () => raw(`{"constructor":{"prototype":{"x":1}},${notice.slice(1)}`),
    ],
  ])('%s is refused', async (_, status, code, send) => {
    const answer = await send();
    expect(codeOf(answer)).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(await t.owner.selectFrom('cases').select('id').execute()).toEqual([]);
  });

  test('that unpacks to far more than it weighs is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
    const packed = { ...json, 'content-encoding': 'gzip' };
    expect(codeOf(await raw(bomb, packed))).toEqual([413, 'too_large']);
    expect((await raw(gzipSync(notice), packed)).statusCode).toBe(201);
    expect(codeOf(await raw(gzipSync(notice).subarray(0, 60), packed))).toEqual([400, 'bad_input']);
    expect(codeOf(await raw(notice, { ...json, 'content-encoding': 'zzz' }))).toEqual([
      415,
      'unsupported_type',
    ]);
  });

  test('with details named like what every object has is refused by their names', async () => {
    const details = { area: 'rural', new_line: 'no', phase: 'one', toString: 'x', hasOwnProperty: 'y' };
    expect(pointers(await phoneApp.post('/api/v1/cases', aNotice({ details })))).toEqual([
      'body #/details/toString unknown_question',
      'body #/details/hasOwnProperty unknown_question',
    ]);
  });

  test('with NUL, half a character or endless nesting is refused by place', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const text = JSON.stringify(aNotice({ address: 'a\0b', customer: { name: 'x', email: 'DEEP' } }));
    const answer = await raw(text.replace('"name":"x"', '"name":"\\ud800"').replace('"DEEP"', deep));
    expect(pointers(answer).sort()).toEqual([
      'body #/address unreadable_character',
      'body #/customer/email/0 too_deep',
      'body #/customer/name unreadable_character',
    ]);
  });

  test('in any form of Unicode is kept composed; markup stays words', async () => {
    const name = 'Nguyễn Thị <script>Đào</script>'.normalize('NFD');
    const answer = await phoneApp.post('/api/v1/cases', aNotice({ customer: { name, phone: '0912345678' } }));
    const seen = await phoneApp.get(`/api/v1/cases/${answer.json().code}`);
    expect(seen.json().customerName).toBe(name.normalize('NFC'));
    expect(seen.headers['content-type']).toContain('application/json');
    expect(seen.headers['x-content-type-options']).toBe('nosniff');
    expect(seen.headers['cache-control']).toBe('private, no-cache');
    expect((await phoneApp.get('/api/v1/cases')).headers['cache-control']).toBe('private, no-store');
  });
});

describe('an address', () => {
  test('that is not there, or does not take this method, is told apart', async () => {
    expect(codeOf(await phoneApp.get('/api/v1/nothing'))).toEqual([404, 'page_not_found']);
    const answer = await phoneApp.send({ method: 'DELETE', url: '/api/v1/cases/12345678901' });
    expect([...codeOf(answer), answer.headers.allow]).toEqual([405, 'method_not_allowed', 'GET, HEAD']);
    const opening = await api.app.inject({ method: 'PUT', url: '/api/v1/cases' });
    expect([opening.statusCode, opening.headers.allow]).toEqual([405, 'POST, GET, HEAD']);
  });

  test('answers in JSON or not at all', async () => {
    const html = await phoneApp.get('/api/v1/services', { accept: 'text/html' });
    expect(codeOf(html)).toEqual([406, 'not_acceptable']);
    for (const accept of ['', '*/*', 'text/html, application/*;q=0.1', 'application/problem+json'])
      expect((await phoneApp.get('/api/v1/services', { accept })).statusCode).toBe(200);
  });

  test.each(['%00', '%E0%A4%A', '..%2f..%2fetc', '1'.repeat(300), '%F0%9F%98%80', "1' or '1'='1"])(
    'with %s for a code leads to no case',
    async (code) => {
      const answer = await phoneApp.get(`/api/v1/cases/${encodeURI(code).replaceAll('%25', '%')}`);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    },
  );

  test.each(["'; drop table cases; --", "' or 1=1 --", '\\', '%', "a'b:*|!(&", '"', ')'])(
    'searched for %s finds nothing and breaks nothing',
    async (words) => {
      await phoneApp.post('/api/v1/cases', aNotice());
      const answer = await phoneApp.get(`/api/v1/cases?search=${encodeURIComponent(words)}`);
      expect([answer.statusCode, answer.json().items]).toEqual([200, []]);
      expect(await t.owner.selectFrom('cases').select('id').execute()).toHaveLength(1);
    },
  );
});

describe('a header', () => {
  test('cannot bring in another, be it by the key, the language or the cursor', async () => {
    const evil = 'x%0d%0aSet-Cookie:%20a=b';
    const answers = [
      await phoneApp.get(`/api/v1/cases?search=${evil}&after=${evil}`),
      await phoneApp.get('/api/v1/services', { 'accept-language': 'en\u0000,\u00e9;q=x' }),
      await phoneApp.post('/api/v1/cases', aNotice(), { 'idempotency-key': 'a: b; c="d"\t<é>' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 200, 201]);
    for (const { headers } of answers) expect(headers['set-cookie']).toBeUndefined();
  });
});

test('a key that sends too much is told to wait, and when to come back; others are not held up', async () => {
  const small = await anApi(t, { rate: 3 });
  const [busy, other] = [
    await small.aProgram('app', 'PB0508', 'app'),
    await small.aProgram('clerk', 'PB0508'),
  ];
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push(await busy.get('/api/v1/provinces'));
  expect(answers.map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['2', '1', '0', '0']);
  const last = answers.at(-1)!;
  expect(codeOf(last)).toEqual([429, 'too_many']);
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  expect((await other.get('/api/v1/provinces')).statusCode).toBe(200);
  await small.app.close();
});
