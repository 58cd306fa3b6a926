import type { FastifyInstance } from 'fastify';
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
/** What strangers know the case by. */
const publicId = async (code: string) => {
  const row = t.owner.selectFrom('cases').select('public_id').where('code', '=', code);
  return (await row.executeTakeFirstOrThrow()).public_id;
};

describe('who sees what', () => {
  test('without a key: state, service, times and district; with the key that filed it: all', async () => {
    const code = await filed({ ...notice(), lat: '11.28', long: '106.13', media_url: 'https://a.vn/1.jpg' });
    const id = await publicId(code);
    const open = (await door.get(`/v2/requests/${id}.json`)).json()[0];
    expect(open).toMatchObject({
      service_request_id: id,
      status: 'open',
      status_notes: 'Mới gửi, chờ tiếp nhận',
      service_code: 'tra-cuu-tu-van',
      description: null,
      agency_responsible: 'Điện lực Hòa Thành',
      requested_datetime: '2026-03-04T02:00:00Z',
      updated_datetime: '2026-03-04T02:00:00Z',
      expected_datetime: '2026-03-04T04:00:00Z',
      address: 'Thị xã Hòa Thành, Tỉnh Tây Ninh',
      address_id: null,
      lat: null,
      long: null,
      media_url: null,
    });
    const own = (await door.get(`/v2/requests/${code}.json?api_key=${key.token}`)).json()[0];
    expect(own).toMatchObject({
      service_request_id: code,
      description: notice().description,
      address: notice().address_string,
      lat: 11.28,
      long: 106.13,
      media_url: 'https://a.vn/1.jpg',
    });
    expect(JSON.stringify([open, own])).not.toMatch(/Đào|912/);
  });

  test('another app sees what anybody sees; the unit’s own key sees all; a wrong key is told so', async () => {
    const code = await filed();
    const id = await publicId(code);
    const seen = async (token: string) => {
      const answer = (
        await door.get(`/v2/requests.json?service_request_id=${code},${id}&api_key=${token}`)
      ).json();
      return answer.map((each: Record<string, unknown>) => [each.service_request_id, each.description]);
    };
    const [whole, open] = [
      [code, notice().description],
      [id, null],
    ];
    expect(await seen((await aKey()).token)).toEqual([open]);
    expect(await seen((await aKey({ role: 'clerk', unitCode: 'PB0508' })).token)).toEqual([whole, open]);
    expect(await seen((await aKey({ role: 'clerk', unitCode: 'PB0502' })).token)).toEqual([open]);
    expect((await door.get(`/v2/requests/${code}.json?api_key=no`)).statusCode).toBe(403);
  });

  test('strangers never meet the case code: it opens a case beside a phone number', async () => {
    const code = await filed();
    const other = (await aKey()).token;
    const token = (await door.post(notice())).headers['open311-token'];
    for (const query of ['', `?api_key=${other}`]) {
      expect((await door.get(`/v2/requests/${code}.json${query}`)).statusCode).toBe(404);
      expect((await door.get(`/v2/requests/${await publicId(code)}.json${query}`)).body).not.toContain(code);
      expect((await door.get(`/v2/tokens/${token}.json${query}`)).json()).toEqual([
        { service_request_id: await publicId(code), token },
      ]);
    }
    expect((await door.get('/v2/requests.json')).body).not.toContain(code);
  });

  test('a unit whose name is not certain is not named', async () => {
    const code = await filed();
    const named = (name_status: string) =>
      t.owner.updateTable('org_units').set({ name_status }).where('code', '=', 'PB0508').execute();
    await named('inferred');
    const answer = await door.get(`/v2/requests/${await publicId(code)}.json`).finally(() => named('found'));
    expect(answer.json()[0].agency_responsible).toBeNull();
  });

  test('a case that came by another door is seen by nobody without its unit’s key', async () => {
    const code = await filed();
    await t.owner.updateTable('cases').set({ channel: 'web', filed_at: null }).execute();
    expect((await door.get(`/v2/requests/${await publicId(code)}.json`)).statusCode).toBe(404);
    expect((await door.get('/v2/requests.json')).json()).toEqual([]);
    const clerk = await aKey({ role: 'clerk', unitCode: 'PB0508' });
    expect((await door.get(`/v2/requests.json?api_key=${clerk.token}`)).json()).toHaveLength(1);
  });
});

describe('asking for several', () => {
  const codes = async (query: string) =>
    (await door.get(`/v2/requests.json?${query}`))
      .json()
      .map(({ service_request_id: id }: { service_request_id: string }) => id);

  test('by code, service, time and status; the latest first', async () => {
    const first = await publicId(await filed());
    t.clock.advance({ days: 10 });
    const meter = { ...without(notice(), 'attribute[topic]'), service_code: 'kiem-tra-cong-to' };
    const second = await publicId(await filed(meter));
    expect(await codes('')).toEqual([second, first]);
    expect(await codes(`service_request_id=${first},${second},1&status=closed`)).toHaveLength(2);
    expect(await codes('service_code=kiem-tra-cong-to')).toEqual([second]);
    expect(await codes('service_code=tra-cuu-tu-van,kiem-tra-cong-to')).toEqual([second, first]);
    expect(await codes('service_code=tra-cuu-tu-van&service_code=kiem-tra-cong-to')).toHaveLength(2);
    expect(await codes('status=closed')).toEqual([]);
    expect(await codes('status=open,closed&start_date=&end_date=')).toHaveLength(2);
    expect(await codes('end_date=2026-03-05T00:00:00Z')).toEqual([first]);
    expect(await codes('start_date=2026-03-10T00:00:00+07:00')).toEqual([second]);
    t.clock.advance({ days: 85 });
    expect(await codes(''), 'ninety days').toEqual([second]);
    expect(await codes('start_date=2026-03-01T00:00:00Z')).toHaveLength(2);
  });

  test.each([
    ['start_date=2026-03-04', ['start_date']],
    ['start_date=2026-03-04T00:00:00&end_date=x', ['start_date', 'end_date']],
    ['start_date=2026-01-01T00:00:00Z&end_date=2026-12-01T00:00:00Z', ['start_date']],
    ['start_date=2026-03-04T00:00:00Z&end_date=2026-03-03T00:00:00Z', ['end_date']],
    ['status=open,done', ['status']],
    ['end_date=2026-02-31T00:00:00Z', ['end_date']],
    ['end_date=2026-13-45T99:99:99Z', ['end_date']],
  ])('%s is refused by name', async (query, fields) => {
    const answer = await door.get(`/v2/requests.json?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(
      answer.json().map(({ description }: { description: string }) => description.split(':')[0]),
    ).toEqual(fields);
  });
});
