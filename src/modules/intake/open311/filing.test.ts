import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aNotice, anOpen311Door, anOpen311Key, talkTo, without } from '#test/an-open311-door.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
let app: FastifyInstance;
let door: ReturnType<typeof talkTo>;
let key: { id: string; token: string };
beforeAll(async () => {
  app = await anOpen311Door(t);
  door = talkTo(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  key = await aKey();
});

const aKey = (change: object = {}) => anOpen311Key(t, change);
const notice = () => aNotice(key.token);
const filed = (fields: Record<string, string> = notice()) => door.filed(fields);
const post = (fields: Record<string, string>, headers: object = {}) => door.post(fields, headers);
const aPhoto = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#ffcc33' } })
    .jpeg()
    .toBuffer();
const theCase = (code: string) =>
  t.owner.selectFrom('cases').selectAll().where('code', '=', code).executeTakeFirstOrThrow();

describe('a notice', () => {
  test('opens a case of the district’s unit, with the description as the answer to the service’s free question', async () => {
    const answer = await post({ ...notice(), account_id: 'a-1', media_url: 'http://169.254.169.254/x.jpg' });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const [request] = answer.json();
    expect(request).toMatchObject({ account_id: 'a-1' });
    expect(request.token, 'the standard: never beside service_request_id').toBeUndefined();
    expect(request.service_notice).toContain(`/theo-doi?ma=${request.service_request_id}`);
    expect(await theCase(request.service_request_id)).toMatchObject({
      channel: 'open311',
      unit_code: 'PB0508',
      customer_name: 'Nguyễn Thị Đào',
      customer_phone: '+84912345678',
      filed_at: `key:${key.id}`,
      variant: 'outage',
      details: {
        topic: 'outage',
        message: notice().description,
        media_url: 'http://169.254.169.254/x.jpg',
      },
    });
    const event = await t.owner.selectFrom('case_events').selectAll().executeTakeFirstOrThrow();
    expect(event.channel).toBe('open311');
  });

  test('with a position alone goes to the unit for what is unclear, and keeps the position', async () => {
    const { address_string: _, ...rest } = notice();
    const code = await filed({ ...rest, lat: '11.2801', long: '106.1300' });
    expect(await theCase(code)).toMatchObject({
      unit_code: 'CSKH',
      address: '11.2801, 106.1300',
      details: { lat: '11.2801', long: '106.1300' },
    });
  });

  test('with a customer code as its address goes to the code’s unit', async () => {
    const { address_string: _, ...rest } = notice();
    const code = await filed({ ...rest, address_id: 'pb0508 0012345' });
    expect(await theCase(code)).toMatchObject({ unit_code: 'PB0508', customer_code: 'PB05080012345' });
    const unknown = await post({ ...rest, address_id: 'PB99990012345' });
    expect(unknown.json()).toEqual([{ code: 400, description: expect.stringMatching(/^address_id: /) }]);
  });

  test('without a name carries the address it is answered at', async () => {
    const code = await filed({ ...without(notice(), 'first_name', 'last_name', 'phone'), email: 'a@b.vn' });
    expect((await theCase(code)).customer_name).toBe('a@b.vn');
  });
});

describe('a notice in parts', () => {
  const inParts = async (fields: Record<string, string>, content: Buffer, query = '') => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    data.append('media', new Blob([new Uint8Array(content)], { type: 'image/jpeg' }), '../trụ điện.jpg');
    const request = new Request('http://localhost', { method: 'POST', body: data });
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const payload = Buffer.from(await request.arrayBuffer());
    return app.inject({ method: 'POST', url: `/open311/v2/requests.json${query}`, headers, payload });
  };

  test('brings its pictures along', async () => {
    const answer = await inParts(notice(), await aPhoto());
    expect(answer.statusCode, answer.body).toBe(200);
    expect(await t.owner.selectFrom('case_documents').select(['name', 'mime', 'kind']).execute()).toEqual([
      { name: 'trụ điện.jpg', mime: 'image/jpeg', kind: 'media' },
    ]);
    expect((await inParts(notice(), await aPhoto())).json()[0].service_request_id).toBe(
      answer.json()[0].service_request_id,
    );
  });

  test('that breaks off, or has no parts at all, cannot be read', async () => {
    const photo = await aPhoto();
    const part = (name: string, value: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file =
      '--x\r\ncontent-disposition: form-data; name="media"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
    const whole = Object.entries(notice()).map(([name, value]) => part(name, value));
    for (const payload of [
      Buffer.concat([Buffer.from(whole.join('') + file), photo]),
      Buffer.from(whole.join('')),
      Buffer.from('--x'),
      Buffer.from('nothing'),
      null,
    ]) {
      const boundary = payload ? '; boundary=x' : `; boundary=${'x'.repeat(300)}`;
      const headers = { 'content-type': `multipart/form-data${boundary}` };
      const url = `/open311/v2/requests.json?api_key=${key.token}`;
      const answer = await app.inject({ method: 'POST', url, headers, payload: payload ?? '' });
      expect([answer.statusCode, answer.json()[0].code]).toEqual([400, 400]);
    }
    expect(await t.owner.selectFrom('cases').select('code').execute()).toEqual([]);
  });

  test('stores nothing without a key, nor what is no picture', async () => {
    const keyless = await inParts(without(notice(), 'api_key'), await aPhoto());
    expect([keyless.statusCode, keyless.json()[0].code]).toEqual([403, 403]);
    const lie = await inParts(notice(), Buffer.from('<script>alert(1)</script>'));
    expect([lie.statusCode, lie.json()[0].code]).toEqual([400, 400]);
    const keyed = await inParts(without(notice(), 'api_key'), await aPhoto(), `?api_key=${key.token}`);
    expect(keyed.statusCode).toBe(200);
  });
});

describe('what is wrong is named, all of it, in the standard’s shape', () => {
  const named = (answer: { json(): { description: string }[] }) =>
    answer.json().map(({ description }) => description.split(':')[0]);

  test('every field at once', async () => {
    const answer = await post({
      api_key: key.token,
      service_code: 'tra-cuu-tu-van',
      lat: '91',
      email: 'x',
      phone: '12',
      media_url: 'file:///etc/passwd',
      description: 'x'.repeat(4001),
      'attribute[topic]': 'weather',
      'attribute[nothing]': '1',
      'attribute[a][b]': '1',
    });
    expect(answer.statusCode).toBe(400);
    expect(named(answer).toSorted()).toEqual(
      [
        'attribute[attribute[a][b]]',
        'attribute[message]',
        'attribute[nothing]',
        'attribute[topic]',
        'description',
        'email',
        'lat',
        'long',
        'media_url',
        'phone',
      ].toSorted(),
    );
  });

  test.each([
    [{ service_code: 'none' }, 404, ['service_code']],
    [{ service_code: '' }, 400, ['service_code']],
    [{ phone: '' }, 400, ['phone', 'email']],
    [{ address_string: '' }, 400, ['address_string']],
    [{ service_code: 'none', phone: '' }, 400, ['phone', 'email', 'service_code']],
    [{ api_key: 'wrong' }, 403, ['api_key']],
    [{ api_key: '' }, 403, ['api_key']],
  ])('%j → %i', async (change, status, names) => {
    const answer = await post({ ...notice(), ...change });
    expect(answer.statusCode).toBe(status);
    expect(named(answer)).toEqual(names);
    expect(answer.json()[0].code).toBe(status);
  });

  test('in XML too, escaped, in the language that was asked for', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/open311/v2/requests.xml',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en-GB' },
      payload: new URLSearchParams({ ...notice(), 'attribute[<x&>]': '1' }).toString(),
    });
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.body).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\s*<errors>\s*<error>\s*<code>400<\/code>/,
    );
    expect(answer.body).toContain('attribute[&lt;x&amp;&gt;]: The service does not ask this');
  });

  test('a key that may not file, a body that is no form, too much of it, an address that is none', async () => {
    const crew = await aKey({ role: 'crew', unitCode: 'PB0508' });
    expect((await post({ ...notice(), api_key: crew.token })).statusCode).toBe(403);
    const json = await app.inject({
      method: 'POST',
      url: `/open311/v2/requests.json?api_key=${key.token}`,
      payload: notice(),
    });
    expect([json.statusCode, json.json()[0].code]).toEqual([400, 400]);
    const large = await post({ ...notice(), description: 'x'.repeat(200_000) });
    expect([large.statusCode, large.json()[0].code]).toEqual([400, 400]);
    for (const path of [
      '/v2/requests',
      '/v2/%ff',
      '/v2/requests.yaml',
      '/v2',
      '/v2/services/x.csv',
      '/v2/requests/.',
    ]) {
      const answer = await door.get(path);
      expect([answer.statusCode, answer.headers['content-type']], path).toEqual([
        404,
        'text/xml; charset=utf-8',
      ]);
      expect(answer.body).toContain('<code>404</code>');
    }
    expect((await door.get('/v2/nothing.json?x')).json()[0].code).toBe(404);
  });

  test('controls that neither XML nor the database can hold are left out', async () => {
    const code = await filed({ ...notice(), description: 'a\u0000b\u0001c\ufffe\nd', last_name: '\u0007' });
    const answer = await door.get(`/v2/requests/${code}.xml?api_key=${key.token}`);
    expect(answer.body).toContain('<description>abc\nd</description>');
  });
});

describe('the same notice', () => {
  test('sent again within a minute, over the turn of the minute too, is one case; later it is another', async () => {
    t.clock.set('2026-03-04T09:00:50+07:00');
    const first = await filed();
    t.clock.advance({ minutes: 0.5 });
    expect(await filed()).toBe(first);
    t.clock.advance({ minutes: 1 });
    expect(await filed()).not.toBe(first);
  });

  test('from another person, another key or in other words is another case', async () => {
    const first = await filed();
    const other = await aKey();
    const codes = [
      first,
      await filed({ ...notice(), device_id: '2' }),
      await filed({ ...notice(), description: 'Trụ điện ngã' }),
      await filed({ ...notice(), api_key: other.token }),
    ];
    expect(new Set(codes).size).toBe(4);
  });

  test('under one Idempotency-Key is one case whenever it comes; its name and its token tell which', async () => {
    const headers = { 'idempotency-key': 'notice-1' };
    const first = await post(notice(), headers);
    t.clock.advance({ days: 2 });
    const again = await post(notice(), headers);
    const code = first.json()[0].service_request_id;
    expect(again.json()[0].service_request_id).toBe(code);
    const token = String(first.headers['open311-token']);
    expect((await door.get(`/v2/tokens/${token}.json?api_key=${key.token}`)).json()).toEqual([
      { service_request_id: code, token },
    ]);
    const byName = await door.get(`/v2/tokens/notice-1.json?api_key=${key.token}`);
    expect(byName.json()[0].service_request_id).toBe(code);
    const [other, unknown] = [await aKey(), await door.get(`/v2/tokens/${crypto.randomUUID()}.xml`)];
    expect((await door.get(`/v2/tokens/notice-1.json?api_key=${other.token}`)).statusCode).toBe(404);
    expect(unknown.statusCode).toBe(404);
  });

  test('sent ten times at once is one case', async () => {
    const codes = await Promise.all(Array.from({ length: 10 }, () => filed()));
    expect(new Set(codes).size).toBe(1);
  });
});
