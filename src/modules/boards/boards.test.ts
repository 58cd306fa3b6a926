import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, channels } from '#modules/cases/index.ts';
import type { Role } from '#modules/organisation/index.ts';
import { aCaseRow, channelDefinitions } from '#test/a-case-row.ts';
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
const definitions = channels.map((code) => ({
  code,
  online: code !== 'counter',
  ...(['api', 'administration_centre', 'open311'].includes(code) ? { uncertain: true } : {}),
}));
beforeEach(async () => {
  ({ serviceVersionId: version } = await aUtility(t.owner));
  await aNamedUtility(t.owner);
  await channelDefinitions(t.owner, definitions);
});
const as = async (role: Role, unit?: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const online = '/bang/so-lieu/giao-dich-truc-tuyen';

type Made = {
  minute: number;
  unit: 'U1' | 'U2' | 'U3';
  channel: Channel;
  visits: number;
  finishedAfter: number | null;
};
const paths = { U1: 'T.C1.U1', U2: 'T.C1.U2', U3: 'T.C2.U3' };
const companyOf = { U1: 'C1', U2: 'C1', U3: 'C2' };
const minute = 60_000;
/** 1 October 2025, midnight in Viet Nam; the clock of the tests stands in March 2026. */
const start = Date.parse('2025-10-01T00:00:00+07:00');
const someCases = fc.array(
  fc.record({
    // Five months, with the minutes around the edges of months far more often than by chance.
    minute: fc.oneof(
      fc.integer({ min: 0, max: 150 * 1440 }),
      fc
        .constantFrom(31, 61, 92, 123)
        .chain((days) => fc.integer({ min: days * 1440 - 45, max: days * 1440 + 45 })),
    ),
    unit: fc.constantFrom('U1' as const, 'U2' as const, 'U3' as const),
    channel: fc.constantFrom(...channels),
    visits: fc.integer({ min: 0, max: 3 }),
    finishedAfter: fc.option(fc.integer({ min: 1, max: 20_000 })),
  }),
  { minLength: 30, maxLength: 60 },
);
const put = (made: Made) =>
  aCaseRow(t.owner, version, {
    opened_at: new Date(start + made.minute * minute),
    unit_code: made.unit,
    unit_path: paths[made.unit],
    channel: made.channel,
    visits: made.visits,
    ...(made.finishedAfter === null
      ? {}
      : { finished_at: new Date(start + (made.minute + made.finishedAfter) * minute), state: 'finished' }),
  });

/** The month in Viet Nam, worked out without the database and without a time zone library: seven hours ahead, all year. */
const monthOf = (minutes: number) =>
  new Date(start + minutes * minute + 7 * 3_600_000).toISOString().slice(0, 7);

type Cell = { href: string | null; text: string };
/** What the table of a page says: the names of each line and its cells. */
function tableOf(html: string): { names: string[]; cells: Cell[] }[] {
  const table = /<table class="rows figures-table board-table">.*?<\/table>/s.exec(html)?.[0] ?? '';
  let group = '';
  return [...table.matchAll(/<tr.*?<\/tr>/gs)].slice(1).map(([row]) => {
    const [, attributes = '', name = ''] = /<th([^>]*)>(.*?)<\/th>/s.exec(row) ?? [];
    const inner = attributes.includes('inner');
    if (!inner) group = name;
    return {
      names: inner ? [group, name] : [name],
      cells: [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => asCell(cell)),
    };
  });
}
function asCell(inner: string): Cell {
  const link = /<a href="([^"]+)">(.*)<\/a>/.exec(inner);
  return { href: link?.[1]?.replaceAll('&amp;', '&') ?? null, text: link?.[2] ?? inner };
}
const number = (text = '') => Number(text.replaceAll('.', ''));

describe('random cases', () => {
  const many = fc.sample(someCases, { numRuns: 3, seed: 42 });
  test.each(many.map((cases, n) => [n, cases] as const))(
    'every cell of the board is what the rows say, and opens to just as many cases (%i)',
    async (_, cases) => {
      for (const one of cases) await put(one);
      const head = await as('corporation', 'T');
      const answer = await head.get(`${online}?tu=2025-10&den=2026-03&theo=cong-ty&roi-theo=thang`);
      const lines = tableOf(answer.body);
      for (const line of lines) {
        const [company, month] = line.names;
        const mine = cases.filter(
          (one) =>
            company === 'Tổng cộng' ||
            (company?.endsWith(companyOf[one.unit]) &&
              (!month ||
                month === `${Number(monthOf(one.minute).slice(5))}/${monthOf(one.minute).slice(0, 4)}`)),
        );
        const isOnline = mine.filter(({ channel }) => channel !== 'counter').length;
        const unclear = mine.filter(({ channel }) =>
          definitions.some((one) => one.code === channel && one.uncertain),
        ).length;
        expect([line.names, ...line.cells.slice(0, 3).map(({ text }) => number(text))]).toEqual([
          line.names,
          mine.length,
          isOnline,
          unclear,
        ]);
        expect(line.cells[3]?.text).toBe(
          `${((isOnline / mine.length) * 100).toFixed(1).replace('.', ',')} %`,
        );
      }
      expect(lines.length).toBeGreaterThan(8);
      for (const { cells } of lines)
        for (const [place, { href, text }] of cells.entries()) {
          if (place === 3) expect(href).toBe(cells[1]?.href ?? null);
          else if (!href) expect(text).toBe('0');
          else expect(await rowsBehind(head, href)).toBe(number(text));
        }
    },
  );

  test('the visits of random cases, each share opening to its cases', async () => {
    const [cases = []] = many;
    for (const one of cases) await put(one);
    const head = await as('corporation', 'T');
    const finished = cases.filter(({ finishedAfter }) => finishedAfter !== null);
    const page = tableOf((await head.get('/bang/so-lieu/lan-den?tu=2025-10&den=2026-03&theo=dich-vu')).body);
    const sum = finished.reduce((total, { visits }) => total + visits, 0);
    const once = finished.filter(({ visits }) => visits <= 1).length;
    const share = (part: number) => `${((part / finished.length) * 100).toFixed(1).replace('.', ',')} %`;
    expect(page[0]?.cells.map(({ text }) => text)).toEqual([
      String(finished.length),
      String(finished.length),
      String(sum),
      (sum / finished.length).toFixed(2).replace('.', ','),
      share(once),
      share(finished.filter(({ visits }) => visits === 0).length),
      String(finished.length - once),
    ]);
    for (const place of [0, 4, 5, 6]) {
      const { href } = page[0]?.cells[place] ?? {};
      const expected = [
        finished.length,
        0,
        0,
        0,
        once,
        finished.filter(({ visits }) => visits === 0).length,
        finished.length - once,
      ][place];
      expect(await rowsBehind(head, href ?? '')).toBe(expected);
    }
  });
});

/** Walks the pages of a list to its end; the heading must say as many as there are rows, none twice. */
async function rowsBehind(browser: Awaited<ReturnType<typeof as>>, href: string): Promise<number> {
  const codes: string[] = [];
  let said = -1;
  for (let next: string | undefined = href; next; ) {
    const { body }: { body: string } = await browser.get(next);
    said = number(/<b>([\d.]+) hồ sơ<\/b>/.exec(body)?.[1]);
    codes.push(...[...body.matchAll(/href="\/bang\/ho-so\/(\d+)"/g)].map(([, code = '']) => code));
    next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBe(said);
  return said;
}

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
