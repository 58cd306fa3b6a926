import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#modules/organisation/index.ts';
import { aCountedCase, channelsAsCounted, type Made, tableOf } from '#test/a-board.ts';
import { channelDefinitions } from '#test/a-case-row.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let version: number;
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ serviceVersionId: version } = await aUtility(t.owner));
  await aNamedUtility(t.owner);
  await channelDefinitions(t.owner, channelsAsCounted);
});
const as = async (role: Role, unit?: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const online = '/bang/so-lieu/giao-dich-truc-tuyen';
const put = (made: Made) => aCountedCase(t.owner, version, made);

describe('who sees what', () => {
  beforeEach(async () => {
    for (const unit of ['U1', 'U2', 'U3', 'U3'] as const)
      await put({ minute: 150 * 1440, unit, channel: 'web', visits: 0, finishedAfter: null });
  });
  const total = (html: string) => tableOf(html).at(-1)?.cells[0]?.text;

  test.each([
    ['corporation', 'T', '4'],
    ['administrator', 'T', '4'],
    ['agent', 'CARE', '4'],
    ['company_director', 'C1', '2'],
    ['company_director', 'C2', '2'],
    ['unit_head', 'U1', '1'],
    ['clerk', 'U3', '2'],
  ] as const)('%s of %s counts %s', async (role, unit, expected) => {
    const browser = await as(role, unit);
    const { body } = await browser.get(online);
    expect(total(body)).toBe(expected);
    expect(body).toContain('href="/bang/so-lieu"');
    // Asking for another's company by its address shows nothing of it.
    if (unit === 'C1') {
      expect((await browser.get(`${online}?cong-ty=C2`)).body).toContain('Không có hồ sơ nào');
      expect((await browser.get(`${online}/ho-so?cong-ty=C2`)).body).toContain('<b>0 hồ sơ</b>');
    }
  });

  test('a crew and a desk have no figures, and somebody not signed in has none either', async () => {
    for (const role of ['crew', 'desk_clerk'] as const) {
      const browser = await as(role);
      for (const path of ['/bang/so-lieu', online, `${online}.csv`, `${online}/ho-so`]) {
        expect((await browser.get(path)).statusCode).toBe(403);
      }
      expect((await browser.get('/bang')).body).not.toContain('so-lieu');
    }
    expect((await app.inject(online)).statusCode).toBe(303);
  });
});

test('what stands in the address and means nothing is as if it were not there', async () => {
  const head = await as('corporation', 'T');
  const strange = [
    '?tu=2026-13&den=x&theo=&roi-theo=thang',
    '?tu=2026-03&den=2020-01',
    "?cong-ty=' or 1=1 --&kenh=%00&dich-vu=%F0%9F%92%A1",
    '?theo=__proto__&roi-theo=constructor&chon=toString',
    '?sau=2026-01-01~x&chon=code',
    '?sau=2026-99-99 99:99~00000000-0000-0000-0000-000000000000',
    '?sau=9999999999999999~00000000-0000-0000-0000-000000000000',
  ];
  for (const query of strange)
    for (const path of [online, `${online}.csv`, `${online}/ho-so`, '/bang/so-lieu/lan-den'])
      expect([path + query, (await head.get(encodeURI(path + query))).statusCode]).toEqual([
        path + query,
        200,
      ]);
});

describe('the file', () => {
  test('opens in Excel by itself, adds up, and holds no formula', async () => {
    await t.owner
      .updateTable('org_units')
      .set({ name_vi: '=HYPERLINK("http://x")', name_en: '+1' })
      .where('code', '=', 'C1')
      .execute();
    for (const unit of ['U1', 'U2', 'U3'] as const)
      await put({
        minute: 150 * 1440,
        unit,
        channel: unit === 'U3' ? 'counter' : 'web',
        visits: 0,
        finishedAfter: null,
      });
    const head = await as('corporation', 'T');
    const answer = await head.get(`${online}.csv?theo=cong-ty&roi-theo=kenh`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="giao-dich-truc-tuyen-2025-04-2026-03\.csv"$/,
    );
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(answer.body, { bom: true, delimiter: ';' })).toEqual([
      [
        'Công ty (mã)',
        'Công ty',
        'Kênh (mã)',
        'Kênh',
        'Giao dịch',
        'Trực tuyến',
        'Kênh chưa rõ',
        'Tỷ lệ trực tuyến (%)',
        'Tỷ lệ nếu không tính kênh chưa rõ (%)',
        'Tỷ lệ nếu tính cả kênh chưa rõ (%)',
      ],
      ['C1', '\'=HYPERLINK("http://x")', 'web', 'Trang web', '2', '2', '0', '100,0', '100,0', '100,0'],
      ['C2', 'Đơn vị C2', 'counter', 'Quầy giao dịch', '1', '0', '0', '0,0', '0,0', '0,0'],
    ]);
    const english = await head.get(`${online}.csv?theo=cong-ty&lang=en`);
    expect(parse(english.body, { bom: true })[1]).toEqual([
      'C1',
      "'+1",
      '2',
      '2',
      '0',
      '100.0',
      '100.0',
      '100.0',
    ]);
  });
});

test('the page says how it counts, since when, by whose word, and shows no published figure as its own', async () => {
  await put({ minute: 150 * 1440, unit: 'U1', channel: 'api', visits: 0, finishedAfter: null });
  await put({ minute: 150 * 1440, unit: 'U1', channel: 'counter', visits: 0, finishedAfter: null });
  await t.owner
    .insertInto('standard_versions')
    .values({
      kind: 'standard',
      code: 'online-share',
      valid_from: '2018-01-01',
      source: 'for tests',
      loaded_at: new Date(),
      definition: JSON.stringify({
        code: 'online-share',
        name: { vi: 'x', en: 'x' },
        value: 77,
        unit: 'percent',
        source: 'for tests',
        validFrom: '2018-01-01',
        uncertain: true,
      }),
    })
    .execute();
  const { body } = await (await as('corporation', 'T')).get(online);
  for (const words of [
    'Tính đến 09:00, 4/3/2026',
    'Thế nào là trực tuyến',
    'Chưa rõ, đang tính là trực tuyến',
    'Nguồn: for tests',
    '1/1/2018',
    'Tổng công ty đã công bố 77 %',
    'Đã công bố: 77 %',
  ])
    expect(body).toContain(words);
  const between = body.replace(/<[^>]+>/g, '');
  expect(between).toContain('từ 0,0 % đến 50,0 %');
});

test('the broken promises are listed with the reason given', async () => {
  const id = await put({ minute: 120 * 1440, unit: 'U1', channel: 'counter', visits: 2, finishedAfter: 100 });
  await t.owner
    .insertInto('case_visits')
    .values({
      id,
      case_id: id,
      ordinal: 2,
      reason: 'Hợp đồng in sai tên <chủ hộ>',
      beyond_promise: true,
      at: new Date(),
      by_whom: 'x',
    })
    .execute();
  const { body } = await (await as('unit_head')).get('/bang/so-lieu/lan-den');
  expect(body).toContain('Những lần không giữ được lời hứa');
  expect(body).toContain('Hợp đồng in sai tên &lt;chủ hộ&gt;');
});

test('the chart brings no style, no script and no name that could be markup', async () => {
  await t.owner.updateTable('org_units').set({ name_vi: '<script>"&\'' }).where('code', '=', 'C1').execute();
  await put({ minute: 150 * 1440, unit: 'U1', channel: 'web', visits: 0, finishedAfter: null });
  const { body } = await (await as('corporation', 'T')).get(`${online}?theo=cong-ty`);
  const svg =
    /<svg aria-hidden="true" focusable="false".*?<\/svg>/s.exec(
      body.slice(body.indexOf('chart-picture')),
    )?.[0] ?? '';
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).toContain('var(--chart-1)');
  expect(svg).not.toMatch(/<style|style=|<script|\son\w+=|href|class=/);
});
