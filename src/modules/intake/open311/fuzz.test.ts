import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { anOpen311Door, anOpen311Key } from '#test/an-open311-door.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
let app: FastifyInstance;
beforeAll(async () => {
  app = await anOpen311Door(t);
});
afterAll(() => app.close());

/** A few hundred each time; `FUZZ_RUNS=5000` now and then. */
const runs = Number(process.env.FUZZ_RUNS ?? 500);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    "' or 1=1 --",
    '<![CDATA[',
    ']]>',
    '&x;',
    '../..',
    '__proto__',
    '1e309',
    '٣',
    'x,y,,',
  ),
  fc.constantFrom(
    'open',
    'closed',
    'outage',
    'tra-cuu-tu-van',
    '0912345678',
    'a@b.vn',
    '11.1',
    'thị xã Hòa Thành',
  ),
  fc.constantFrom(
    '2026-03-04T00:00:00Z',
    '2026-99-99T99:99:99+99:99',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ),
);
const name = fc.oneof(
  fc.constantFrom(
    'service_code',
    'lat',
    'long',
    'address_string',
    'address_id',
    'email',
    'phone',
    'description',
  ),
  fc.constantFrom('media_url', 'first_name', 'last_name', 'account_id', 'jurisdiction_id', 'lang', 'api_key'),
  fc.constantFrom(
    'service_request_id',
    'start_date',
    'end_date',
    'status',
    'attribute',
    'attribute[',
    'attribute[]',
  ),
  fc.constantFrom('attribute[topic]', 'attribute[topic][]', 'attribute[topic][0]', 'attribute[topic][x][y]'),
  fc.constantFrom('attribute[__proto__]', '__proto__', 'constructor', 'attribute[constructor][prototype]'),
  anything,
);
const pairs = fc.array(fc.tuple(name, anything), { maxLength: 12 });
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '');
const encode = (list: [string, string][]) =>
  list
    .map(([key, value]) => [key, value].map((each) => encodeURIComponent(wellFormed(each))).join('='))
    .join('&');
const path = fc.tuple(
  fc.constantFrom(
    'discovery',
    'v2/services',
    'v2/services/',
    'v2/requests',
    'v2/requests/',
    'v2/tokens/',
    'v2',
    '',
  ),
  fc.oneof(
    fc.constant(''),
    anything.map((each) => encodeURIComponent(wellFormed(each))),
  ),
  fc.constantFrom('.json', '.xml', '.json', '.xml', '', '.yaml', '.json.xml'),
);
const contentType = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'application/json',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain',
  '',
);
const errors = z.array(z.strictObject({ code: z.number(), description: z.string().min(1) })).min(1);

/** No fault of ours, and every failure in the standard's shape and in the format of its address. */
function inTheStandard(url: string, answer: Awaited<ReturnType<FastifyInstance['inject']>>): void {
  const about = `${url} ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  expect(answer.statusCode, about).toBeLessThan(500);
  const json = /\.json(\?|$)/.test(url);
  expect(answer.headers['content-type'], about).toBe(
    `${json ? 'application/json' : 'text/xml'}; charset=utf-8`,
  );
  if (!json) expect(XMLValidator.validate(answer.body), about).toBe(true);
  if (answer.statusCode === 200) return;
  expect([400, 403, 404], about).toContain(answer.statusCode);
  if (json) errors.parse(answer.json());
  else expect(answer.body, about).toMatch(/<errors>\s*<error>\s*<code>\d+<\/code>/);
}

const aKey = () => anOpen311Key(t);

test(
  'random readings bring no fault',
  async () => {
    const { token } = await aKey();
    const reading = fc.tuple(path, pairs, fc.boolean());
    await fc.assert(
      fc.asyncProperty(reading, async ([[base, id, ending], query, keyed]) => {
        const all: [string, string][] = keyed ? [['api_key', token], ...query] : query;
        const url = `/open311/${base}${base.endsWith('/') ? id : ''}${ending}?${encode(all)}`;
        inTheStandard(url, await app.inject({ url }));
      }),
      { numRuns: runs },
    );
  },
  Math.max(60_000, runs * 60),
);

test(
  'random notices bring no fault',
  async () => {
    const { token } = await aKey();
    const good: [string, string][] = [
      ['api_key', token],
      ['service_code', 'tra-cuu-tu-van'],
      ['phone', '0912345678'],
      ['address_string', 'Tây Ninh'],
      ['attribute[topic]', 'outage'],
      ['description', 'mất điện'],
    ];
    const notice = fc.tuple(
      fc.subarray(good, { minLength: 3 }),
      pairs,
      contentType,
      fc.string({ unit: 'binary' }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(
        notice,
        fc.constantFrom('json', 'xml'),
        async ([kept, more, type, raw, garbage], ending) => {
          const url = `/open311/v2/requests.${ending}`;
          const payload = garbage ? raw : encode([...kept, ...more]);
          const headers = type ? { 'content-type': type } : {};
          inTheStandard(
            url,
            await app.inject({ method: 'POST', url: `${url}?api_key=${token}`, headers, payload }),
          );
        },
      ),
      { numRuns: runs },
    );
  },
  Math.max(60_000, runs * 60),
);

test('asked too often, the answer says when to come back, in the standard’s shape', async () => {
  const busy = await anOpen311Door(t, { withoutKey: 2, withKey: 3 });
  const ask = (query = '') => busy.inject({ url: `/open311/v2/services.json?${query}` });
  expect([(await ask()).statusCode, (await ask()).statusCode]).toEqual([200, 200]);
  const refused = await ask('api_key=wrong');
  expect([refused.statusCode, refused.json()[0].code]).toEqual([429, 429]);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask(`api_key=${(await aKey()).token}`)).statusCode, 'a key has a count of its own').toBe(200);
  await busy.close();
});
