import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCaseRow, channelDefinitions } from '#test/a-case-row.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aDesk, aUtility } from '#test/a-utility.ts';
import { anApi } from '#test/an-api.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let api: Awaited<ReturnType<typeof anApi>>;
beforeAll(async () => {
  api = await anApi(t);
});
afterAll(() => api.app.close());
beforeEach(async () => {
  const { serviceVersionId: version } = await aUtility(t.owner);
  await aNamedUtility(t.owner);
  await channelDefinitions(t.owner, [
    { code: 'web', online: true },
    { code: 'counter', online: false },
    { code: 'api', online: true, uncertain: true },
  ]);
  const at = (opened_at: string, channel: string, unit = 'U1', company = 'C1') =>
    aCaseRow(t.owner, version, {
      opened_at,
      channel,
      unit_code: unit,
      unit_path: `T.${company}.${unit}`,
      finished_at: '2026-02-20T08:00:00Z',
    });
  await at('2026-01-31T23:30:00+07:00', 'web');
  await at('2026-02-01T00:30:00+07:00', 'counter');
  await at('2026-02-02T08:00:00+07:00', 'api');
  await at('2026-02-03T08:00:00+07:00', 'web', 'U3', 'C2');
});

async function ask(
  path: string,
  role: 'corporation' | 'company_director' | 'desk_clerk' | 'app' = 'corporation',
  unitCode = 'T',
) {
  return (await api.aProgram(role, unitCode)).get(`/api/v1/boards/${path}`);
}

test('the same figures as the page, with what they hang on', async () => {
  const answer = await ask('online-share?from=2026-01&to=2026-02&by=month&thenBy=channel');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    asOf: '2026-03-04T02:00:00.000Z',
    timeZone: 'Asia/Ho_Chi_Minh',
    from: '2026-01',
    to: '2026-02',
    total: { transactions: 4, online: 3, unclear: 1, share: 0.75, share_at_least: 0.5, share_at_most: 0.75 },
    lines: [
      { key: { month: '2026-01', channel: 'web' }, figures: { transactions: 1, share: 1 } },
      { key: { month: '2026-02', channel: 'api' }, figures: { unclear: 1, share_at_least: 0 } },
      { key: { month: '2026-02', channel: 'counter' }, figures: { online: 0, share: 0 } },
      { key: { month: '2026-02', channel: 'web' }, figures: { online: 1 } },
    ],
    definition: [
      { channel: 'web', online: true },
      { channel: 'counter', online: false },
      { channel: 'api', uncertain: true },
    ],
    published: null,
  });
});

test('visits by unit, within what the key may see', async () => {
  const answer = await ask('visits?from=2026-02&to=2026-02&by=unit', 'company_director', 'C1');
  expect(answer.json()).toMatchObject({
    lines: [{ key: { unit: 'U1' }, figures: { finished: 3, mean_visits: 0, share_none: 1, broken: 0 } }],
    definition: [],
  });
});

test('an empty period has no share, rather than one of nought', async () => {
  const answer = await ask('online-share?from=2020-01&to=2020-02');
  expect(answer.json()).toMatchObject({ lines: [], total: { transactions: 0, share: null } });
});

test('desks and apps have no figures; what is malformed is refused', async () => {
  await aDesk(t.owner, 'HCC1');
  expect((await ask('visits', 'desk_clerk', 'HCC1')).json()).toMatchObject({
    type: expect.stringContaining('figures_not_yours'),
  });
  expect((await ask('visits', 'app')).statusCode).toBe(403);
  expect((await api.app.inject('/api/v1/boards/visits')).statusCode).toBe(401);
  for (const query of ['from=2026-13', 'by=__proto__', 'thenBy=x', "company=' or 1=1"])
    expect([query, (await ask(`visits?${encodeURI(query)}`)).statusCode]).toEqual([
      query,
      expect.toSatisfy((s: number) => s === 400 || s === 422),
    ]);
});
