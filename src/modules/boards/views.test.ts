import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inScope, publicScope, type Scope, systemScope } from '#platform/postgres/in-scope.ts';
import { aCaseRow, channelDefinitions } from '#test/a-case-row.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let version: number;
beforeEach(async () => {
  ({ serviceVersionId: version } = await aUtility(t.owner));
  await aNamedUtility(t.owner);
  await channelDefinitions(t.owner, [
    { code: 'web', online: true },
    { code: 'counter', online: false },
    { code: 'api', online: true, uncertain: true },
    { code: 'administration_centre', online: false, validTo: '2026-01-31' },
    { code: 'administration_centre', online: true, validFrom: '2026-02-01' },
  ]);
});

const put = (change: Parameters<typeof aCaseRow>[2]) => aCaseRow(t.owner, version, change);
const below = (...paths: string[]): Scope => ({ paths, caseIds: [], system: false });

describe('online share: a row a transaction', () => {
  const seen = (scope = systemScope) =>
    inScope(t.db, scope, (trx) =>
      trx
        .selectFrom('online_share')
        .select([
          'month',
          'company',
          'unit',
          'channel',
          'online',
          'unclear',
          'online_surely',
          'online_at_most',
        ])
        .orderBy('at')
        .execute(),
    );

  test('months end at midnight where the utility lives', async () => {
    await put({ opened_at: '2026-01-31T23:30:00+07:00' });
    await put({ opened_at: '2026-02-01T00:30:00+07:00' });
    await put({ opened_at: '2026-02-28T23:59:59.999999+07:00' });
    expect((await seen()).map(({ month }) => month)).toEqual(['2026-01-01', '2026-02-01', '2026-02-01']);
  });

  test('the definition is that of the day the case was opened, as that day was there', async () => {
    await put({ opened_at: '2026-01-31T23:30:00+07:00', channel: 'administration_centre' });
    await put({ opened_at: '2026-02-01T00:30:00+07:00', channel: 'administration_centre' });
    expect((await seen()).map(({ online }) => online)).toEqual([false, true]);
  });

  test('clear, unclear, at a counter, and a channel nobody defined', async () => {
    const channels = ['web', 'api', 'counter', 'open311'];
    for (const [minute, channel] of channels.entries())
      await put({ opened_at: `2026-03-01T08:0${minute}:00Z`, channel });
    const flags = (await seen()).map((row) => [
      row.channel,
      row.online,
      row.unclear,
      row.online_surely,
      row.online_at_most,
    ]);
    expect(flags).toEqual([
      ['web', true, false, true, true],
      ['api', true, true, false, true],
      ['counter', false, false, false, false],
      ['open311', false, true, false, true],
    ]);
  });

  test('a definition that was superseded counts no more', async () => {
    await put({ opened_at: '2026-03-01T08:00:00Z', channel: 'counter' });
    await t.owner
      .updateTable('standard_versions')
      .set({ superseded_at: new Date() })
      .where('code', '=', 'counter')
      .execute();
    await channelDefinitions(t.owner, [{ code: 'counter', online: true }]);
    expect(await seen()).toMatchObject([{ online: true, unclear: false }]);
  });

  test('a case counts once, with the company that holds it; an ended one with the company it ended in', async () => {
    const id = await put({ opened_at: '2026-03-01T08:00:00Z' });
    await t.owner
      .insertInto('case_transfers')
      .values({
        id: randomUUID(),
        case_id: id,
        from_unit: 'U1',
        to_unit: 'U3',
        reason: 'x',
        at: new Date(),
        by_whom: 'x',
      })
      .execute();
    await t.owner
      .updateTable('cases')
      .set({ unit_code: 'U3', unit_path: 'T.C2.U3' })
      .where('id', '=', id)
      .execute();
    // U2 moves to C2 after its case ended: the ended case stays in C1.
    await put({
      opened_at: '2026-03-02T08:00:00Z',
      unit_code: 'U2',
      unit_path: 'T.C1.U2',
      state: 'closed',
      closed_at: '2026-03-03T08:00:00Z',
    });
    await t.owner
      .updateTable('org_units')
      .set({ path: 'T.C2.U2', parent_code: 'C2' })
      .where('code', '=', 'U2')
      .execute();
    expect((await seen()).map(({ company, unit }) => [company, unit])).toEqual([
      ['C2', 'U3'],
      ['C1', 'U2'],
    ]);
  });

  test('nobody counts what they may not see', async () => {
    await put({ opened_at: '2026-03-01T08:00:00Z' });
    await put({ opened_at: '2026-03-01T09:00:00Z', unit_code: 'U3', unit_path: 'T.C2.U3' });
    expect(await seen(publicScope)).toEqual([]);
    expect((await seen(below('T.C1'))).map(({ company }) => company)).toEqual(['C1']);
    expect((await seen(below('T.C2'))).map(({ company }) => company)).toEqual(['C2']);
    expect(await seen(below('T'))).toHaveLength(2);
  });
});

describe('visits per finished case', () => {
  const seen = (scope = systemScope) =>
    inScope(t.db, scope, (trx) =>
      trx
        .selectFrom('visits_per_case')
        .select(['month', 'company', 'promised', 'visits', 'at_most_one', 'none', 'broken', 'reasons'])
        .orderBy('at')
        .execute(),
    );
  const opened_at = '2026-01-05T08:00:00Z';

  test('what is not finished is left out; the month is that of the finish', async () => {
    await put({ opened_at });
    await put({ opened_at, state: 'declined', closed_at: '2026-01-06T08:00:00Z' });
    await put({ opened_at, state: 'finished', finished_at: '2026-02-28T23:30:00+07:00' });
    await put({
      opened_at,
      state: 'closed',
      finished_at: '2026-03-01T00:30:00+07:00',
      closed_at: '2026-03-02T08:00:00Z',
    });
    expect((await seen()).map(({ month }) => month)).toEqual(['2026-02-01', '2026-03-01']);
  });

  test('a promise is broken above what the service says, and the reasons stand beside it', async () => {
    const finish = (day: number, promised: number, visits: number) =>
      put({
        opened_at,
        state: 'finished',
        finished_at: `2026-02-0${day}T08:00:00Z`,
        visits_promised: promised,
        visits,
      });
    await finish(1, 1, 0);
    await finish(2, 1, 1);
    await finish(3, 0, 1);
    const twice = await finish(4, 1, 3);
    const visit = (ordinal: number, reason: string | null) => ({
      id: randomUUID(),
      case_id: twice,
      ordinal,
      reason,
      beyond_promise: ordinal > 1,
      at: new Date(),
      by_whom: 'x',
    });
    await t.owner
      .insertInto('case_visits')
      .values([visit(1, 'ký hợp đồng'), visit(3, 'mất giấy'), visit(2, 'ký lại')])
      .execute();
    expect(
      (await seen()).map((row) => [
        row.promised,
        row.visits,
        row.at_most_one,
        row.none,
        row.broken,
        row.reasons,
      ]),
    ).toEqual([
      [1, 0, true, true, false, null],
      [1, 1, true, false, false, null],
      [0, 1, true, false, true, null],
      [1, 3, false, false, true, 'ký lại · mất giấy'],
    ]);
    expect(await seen(below('T.C2'))).toEqual([]);
  });
});
