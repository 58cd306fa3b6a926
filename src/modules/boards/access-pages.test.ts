import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { tableOf } from '#test/a-board.ts';
import { aConnection, connectionSettings, settings } from '#test/a-connection.ts';
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
  await settings(t.owner, connectionSettings);
});
const board = '/bang/so-lieu/tiep-can-dien-nang';
const opened_at = '2026-01-05T08:00:00+07:00';
const finished_at = '2026-02-10T08:00:00+07:00';
const head = async () => signedIn(app, await aStaffMember(t.owner, 'corporation', 'T'));

async function three(): Promise<void> {
  for (const days of [1, 2, 6])
    await aConnection(
      t.owner,
      version,
      { opened_at, finished_at, details: '{"area":"urban"}' },
      { 'unit U1 survey': days * 450, 'agency S1 permit': 900 },
    );
  await aConnection(
    t.owner,
    version,
    {
      opened_at,
      finished_at,
      unit_code: 'U3',
      unit_path: 'T.C2.U3',
      details: '{"area":"urban"}',
      due_at: finished_at,
    },
    { 'unit U3 survey': 225 },
  );
}

describe('the board of access to electricity', () => {
  test('companies stand by their mean, quickest first, with the limit as a line and few cases marked', async () => {
    await three();
    const { body } = await (await head()).get(`${board}?theo=cong-ty&loai=lv-urban`);
    const lines = tableOf(body);
    expect(
      lines.map(({ names, cells }) => [names[0]?.replace(/<.*/, ''), ...cells.map(({ text }) => text)]),
    ).toEqual([
      ['Đơn vị C2 ', '1', '0,50', '0,50', '0,50', '3,00', '100,0 %', '0', '0,00', '0,00', '100,0 %'],
      ['Đơn vị C1 ', '3', '3,00', '2,00', '5,20', '3,00', '66,7 %', '1', '2,00', '0,00', '0,0 %'],
      ['Tổng cộng', '4', '2,38', '1,50', '4,80', '3,00', '75,0 %', '1', '1,50', '0,00', '25,0 %'],
    ]);
    expect(body).toContain('Thời hạn: 3 ngày');
    expect(body).toContain('ít hồ sơ');
    const steps = /Từng bước, từng bên.*?<tbody>(.*?)<\/tbody>/s.exec(body)?.[1] ?? '';
    expect(steps).toContain('Cơ quan nhà nước');
  });

  test('a step opens to the cases that had it, a sign to the cases that show it', async () => {
    await three();
    const browser = await head();
    const count = (html: string) => /<b>([\d.]+) hồ sơ<\/b>/.exec(html)?.[1];
    expect(count((await browser.get(`${board}/ho-so?buoc=permit&ben=agency`)).body)).toBe('3');
    expect(count((await browser.get(`${board}/ho-so?buoc=survey&ben=unit`)).body)).toBe('4');
    expect(count((await browser.get(`${board}/ho-so?chon=any_sign`)).body)).toBe('1');
    expect(count((await browser.get('/bang/so-lieu/dau-hieu-so-lieu/ho-so?chon=near_due')).body)).toBe('1');
    expect((await browser.get(`${board}.csv?theo=loai`)).body).toContain('P90');
  });

  test('limits of different classes give no line and no limit of the whole', async () => {
    await three();
    await aConnection(t.owner, version, { opened_at, finished_at }, { 'unit U1 survey': 450 });
    const { body } = await (await head()).get(`${board}?theo=loai`);
    expect(tableOf(body).at(-1)?.cells[4]?.text).toBe('–');
    expect(body).not.toContain('Thời hạn: 3 ngày');
  });
});

describe('what is not certain, and what is data', () => {
  test('the line of a limit that nobody confirmed says so', async () => {
    await aConnection(
      t.owner,
      version,
      { opened_at: '2026-02-03T08:00:00+07:00', finished_at },
      { 'unit U1 survey': 450 },
    );
    const { body } = await (await head()).get(board);
    expect(body).toContain('Thời hạn: 5 ngày (chưa xác minh)');
  });

  test('the rules of the signs say the figures that are in force in these months', async () => {
    await t.owner
      .updateTable('standard_versions')
      .set({ valid_to: '2026-01-31' })
      .where('code', '=', 'sign-near-due')
      .execute();
    await settings(t.owner, [
      { kind: 'standard', code: 'sign-near-due', value: 45, unit: 'minutes', validFrom: '2026-02-01' },
    ]);
    const signs = '/bang/so-lieu/dau-hieu-so-lieu';
    const browser = await head();
    expect((await browser.get(signs)).body).toContain('xong trong 45 phút cuối');
    const { body } = await browser.get(`${signs}?tu=2026-01&den=2026-01`);
    expect(body).toContain('xong trong 60 phút cuối');
    expect(body).toContain('bổ sung từ 2 lần');
  });
});

describe('the score', () => {
  const bounds = (code: string, best: number, worst: number) => ({
    ...{ kind: 'getting_electricity', code, bounds: { best, worst } },
  });
  test('what is not known is said to be, and then there is no score', async () => {
    await settings(t.owner, [
      bounds('procedures', 3, 9),
      bounds('time', 18, 248),
      bounds('cost', 0, 8100),
      bounds('reliability', 8, 0),
    ]);
    const { body } = await (await head()).get('/bang/so-lieu/diem-tiep-can-dien-nang');
    expect(body).toContain('chưa có số liệu');
    expect(body).toContain('không tính điểm chung');
  });

  test('time from the cases, cost and index from dated figures', async () => {
    await settings(t.owner, [
      ...[bounds('procedures', 3, 9), bounds('time', 18, 248)],
      ...[bounds('cost', 0, 8100), bounds('reliability', 8, 0)],
      { kind: 'getting_electricity', code: 'cost-value', value: 994 },
      { kind: 'getting_electricity', code: 'reliability-value', value: 7 },
    ]);
    await three();
    const { body } = await (await head()).get('/bang/so-lieu/diem-tiep-can-dien-nang');
    // One procedure (100), 36 days (92.17), 994 % (87.73), 7 of 8 (87.50).
    expect(body).toContain('<b>91,85</b>');
    expect(body).toContain('36,00');
  });

  test('its figures open to exactly the connections of the class that it counts', async () => {
    await settings(t.owner, [bounds('procedures', 3, 9), bounds('time', 18, 248)]);
    await three();
    await aConnection(t.owner, version, { opened_at, finished_at }, { 'unit U1 survey': 450 });
    const browser = await head();
    const { body } = await browser.get('/bang/so-lieu/diem-tiep-can-dien-nang');
    expect(body).toContain(': 4 hồ sơ');
    const link = /href="([^"]+)"[^>]*>36,00/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await browser.get(link)).body).toContain('<b>4 hồ sơ</b>');
  });
});

test('lists of boards walk no whole table of cases or of what belongs to them', async () => {
  await sql`insert into cases (id, code, state, service_version_id, service_code, variant, channel, unit_code, unit_path,
      customer_name, customer_phone, address, details, language, search, visits_promised, opened_at, finished_at, due_derivation,
      version, head_hash)
    select gen_random_uuid(), lpad(n::text, 11, '0'), 'finished', ${version}, 'supply', 'rural', 'web', 'U1', 'T.C1.U1',
      'x', '+84912345678', 'x', '{"area":"urban"}', 'vi', '', 1, timestamptz '2018-01-05' + n * interval '3 hours',
      timestamptz '2018-01-15' + n * interval '3 hours', '{"limit":{"calendar":"field-work"}}', 1, repeat('a', 64)
    from generate_series(1, 20000) n`.execute(t.owner);
  await sql`insert into case_party_times (case_id, party, unit_code, step_code, elapsed_ms, working_minutes)
    select id, 'unit', 'U1', 'survey', 1, 450 from cases`.execute(t.owner);
  await sql`analyze`.execute(t.owner);
  const head = await aStaffMember(t.owner, 'corporation', 'T');
  const plan = (trx: Trx, view: string, flag: string) =>
    sql<{ 'QUERY PLAN': string }>`explain select case_id, code, at from ${sql.table(view)}
      where at >= '2024-03-01' and at < '2024-04-01' and ${sql.ref(flag)} order by at desc, case_id desc limit 51`.execute(
      trx,
    );
  for (const [view, flag] of [
    ['access_to_electricity', 'within'],
    ['access_to_electricity', 'any_sign'],
    ['gaming_signs', 'any_sign'],
    ['visits_per_case', 'none'],
    ['online_share', 'online'],
  ] as const) {
    const { rows } = await inScope(t.db, head.scope, (trx) => plan(trx, view, flag));
    const text = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text, view).not.toMatch(/Seq Scan on (cases|case_events|case_party_times)/);
    expect(text, view).toMatch(/Index.*cases_(finished|opened)/);
  }
});
