import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { listCallResults, readFigures } from './queries-figures.ts';
import { callResults, meetsStandard, shareInTime } from './rules/figures.ts';

const t = useDb();
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  const standard = { code: 'call-answered', value: 30, unit: 'seconds', share: 80 };
  const row = { kind: 'standard', code: 'call-answered', valid_from: '2018-01-01', source: 'for tests' };
  await t.owner
    .insertInto('standard_versions')
    .values({ ...row, definition: JSON.stringify(standard), loaded_at: new Date('2018-01-01T00:00:00Z') })
    .execute();
});

const after = (moment: string, seconds: number | null) =>
  seconds === null ? null : new Date(Date.parse(moment) + seconds * 1000);

/** A call that rang at this moment in Viet Nam and was taken after so many seconds, or never. */
async function aCall(rang: string, waited: number | null, change: object = {}) {
  await t.owner
    .insertInto('calls')
    .values({
      id: randomUUID(),
      switchboard: 'CARE',
      call_id: randomUUID(),
      state: waited === null ? 'abandoned' : 'ended',
      caller_kind: 'withheld',
      line: '1900',
      unit_code: 'U1',
      unit_path: 'T.C1.U1',
      began_at: new Date(rang),
      rang_at: new Date(rang),
      answered_at: after(rang, waited),
      ended_at: after(rang, (waited ?? 0) + 60),
      ...change,
    })
    .execute();
}
const days = { from: '2026-03-01', to: '2026-03-31' };
const figures = (by: 'day' | 'hour' | 'line') =>
  inScope(t.db, systemScope, (trx) => readFigures(trx, days, by));

test('half past eleven at night and half past midnight are two days in Viet Nam, whatever the day is in Greenwich', async () => {
  await aCall('2026-03-04T23:30:00+07:00', 10);
  await aCall('2026-03-05T00:30:00+07:00', 40);
  await aCall('2026-03-05T00:45:00+07:00', null);
  expect(await figures('day')).toMatchObject([
    { key: '2026-03-04', calls: 1, in_time: 1, late: 0, abandoned: 0, average_wait: 10 },
    { key: '2026-03-05', calls: 2, in_time: 0, late: 1, abandoned: 1, average_wait: 40 },
  ]);
  expect(await figures('hour')).toMatchObject([
    { key: '0', calls: 2 },
    { key: '23', calls: 1 },
  ]);
});

test('each kind of call, by line; thirty seconds is in time and a little more is not', async () => {
  const at = '2026-03-04T09:00:00+07:00';
  await aCall(at, 30);
  await aCall(at, 30.001);
  await aCall(at, null, { line: null });
  await aCall(at, 5, { rang_at: null });
  await aCall(at, -2);
  await aCall(at, null, { state: 'ringing', ended_at: null });
  expect(await figures('line')).toMatchObject([
    { key: '', calls: 1, abandoned: 1 },
    { key: '1900', calls: 5, in_time: 2, late: 1, abandoned: 0, unknown: 1, open: 1 },
  ]);
});

test('every figure opens to as many calls as it says, a page at a time', async () => {
  const moments = ['2026-03-03T10:15:00+07:00', '2026-03-04T10:30:00+07:00', '2026-03-04T23:30:00+07:00'];
  for (const moment of moments) for (const waited of [5, 45, null]) await aCall(moment, waited);
  const list = (change: object) =>
    inScope(t.db, systemScope, (trx) =>
      listCallResults(trx, {
        ...days,
        hour: null,
        line: null,
        result: null,
        after: null,
        most: 50,
        ...change,
      }),
    );
  for (const row of await figures('day'))
    for (const result of callResults) {
      const { rows } = await list({ from: row.key, to: row.key, result });
      expect([row.key, result, rows.length]).toEqual([row.key, result, row[result]]);
    }
  for (const row of await figures('hour'))
    expect((await list({ hour: Number(row.key) })).rows).toHaveLength(row.calls);
  const first = await list({ most: 5 });
  const second = await list({ most: 5, after: first.next });
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect([new Set(ids).size, second.next]).toEqual([9, null]);
});

test('a unit counts its own calls', async () => {
  await aCall('2026-03-04T09:00:00+07:00', 10);
  const of = async (unit: string) => {
    const { scope } = await aStaffMember(t.owner, 'clerk', unit);
    return (await inScope(t.db, scope, (trx) => readFigures(trx, days, 'day'))).length;
  };
  expect([await of('U1'), await of('U2'), await of('C1')]).toEqual([1, 0, 1]);
});

test('the figures of a week read that week’s calls alone', async () => {
  await sql`insert into calls (id, switchboard, call_id, state, caller_kind, unit_code, unit_path, began_at)
    select gen_random_uuid(), 'CARE', n::text, 'abandoned', 'withheld', 'U1', 'T.C1.U1', '2025-03-05'::timestamptz + n * interval '2 hours'
    from generate_series(1, 4000) n`.execute(t.owner);
  await sql`analyze calls`.execute(t.owner);
  const { scope } = await aStaffMember(t.owner, 'clerk', 'U1');
  const plan = await inScope(t.db, scope, (trx) =>
    sql<{ 'QUERY PLAN': string }>`explain select sum(calls) from phone_answering
      where day between '2025-08-01' and '2025-08-07'`.execute(trx),
  );
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('calls_day');
});

test('over 80 of a hundred is more than 80, and no share is made of nothing', () => {
  const counts = (in_time: number, late: number, abandoned = 0) => ({ in_time, late, abandoned });
  expect(
    [counts(80, 20), counts(81, 19), counts(80, 10, 10), counts(4, 0, 1)].map((c) => meetsStandard(c, 80)),
  ).toEqual([false, true, false, false]);
  expect([counts(0, 0), counts(2, 1), counts(7999, 2001)].map(shareInTime)).toEqual([null, 66.6, 79.9]);
});
