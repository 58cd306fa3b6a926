import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inScope, publicScope, type Scope, systemScope } from '#platform/postgres/in-scope.ts';
import { aConnection, connectionSettings, type PartyMinutes, settings } from '#test/a-connection.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let version: number;
beforeEach(async () => {
  ({ serviceVersionId: version } = await aUtility(t.owner));
  await aNamedUtility(t.owner);
  await settings(t.owner, connectionSettings);
});
const put = (change: Parameters<typeof aConnection>[2], minutes: PartyMinutes = { 'unit U1 survey': 450 }) =>
  aConnection(t.owner, version, change, minutes);
const below = (...paths: string[]): Scope => ({ paths, caseIds: [], system: false });
const opened_at = '2026-01-05T08:00:00+07:00';
const finished_at = '2026-02-10T08:00:00+07:00';

const seen = (scope = systemScope) =>
  inScope(t.db, scope, (trx) => trx.selectFrom('access_to_electricity').selectAll().orderBy('at').execute());

describe('access to electricity: a row a finished connection', () => {
  test('the month of the finish ends at midnight where the utility lives', async () => {
    await put({ opened_at, finished_at: '2026-01-31T23:30:00+07:00' });
    await put({ opened_at, finished_at: '2026-02-01T00:30:00+07:00' });
    expect((await seen()).map(({ month }) => month)).toEqual(['2026-01-01', '2026-02-01']);
  });

  test('what is not finished, is no connection or has no times of its parties is left out', async () => {
    await put({ opened_at, state: 'accepted' });
    await put({ opened_at, finished_at, service_code: 'other' });
    await put({ opened_at, finished_at }, {});
    expect(await seen()).toEqual([]);
  });

  test('the parts of the parties, in days of the calendar by which the case was timed', async () => {
    await put(
      { opened_at, finished_at },
      {
        'unit U1 survey': 450,
        'company C1 plan': 225.5,
        'corporation T plan': 112,
        'agency S1 permit': 900,
        'administration_centre P1 permit': 90,
        'customer  wiring': 45,
        'contractor  wiring': 1350,
      },
    );
    expect(await seen()).toMatchObject([
      {
        utility_days: 1.75,
        state_days: 2.2,
        customer_days: 3.1,
        calendar: 'field-work',
      },
    ]);
  });

  test('the class follows service and answers, the limit the class, the variant and the day of filing there', async () => {
    const made = [
      [{ details: '{"area":"urban"}' }, opened_at],
      [{ details: '{"area":"rural"}' }, '2026-01-31T23:30:00+07:00'],
      [{ details: '{"area":"rural"}' }, '2026-02-01T00:30:00+07:00'],
      [{ details: '{"area":"rural"}', variant: 'with-line' }, opened_at],
      [{ service_code: 'mv-supply', details: '{"area":"urban"}' }, opened_at],
      [{ details: '{}' }, '2017-06-01T08:00:00+07:00'],
    ] as const;
    for (const [n, [change, opened]] of made.entries())
      await put({ ...change, opened_at: opened, finished_at: `2026-02-1${n}T08:00:00+07:00` });
    expect(
      (await seen()).map((row) => [row.class, row.limit_days, row.limited, row.limit_uncertain]),
    ).toEqual([
      ['lv-urban', 3, true, false],
      ['mv', 7, true, false],
      ['mv', 5, true, true],
      ['mv', 9, true, false],
      ['mv', 7, true, false],
    ]);
  });

  test('within is up to the last minute of the limit; without a limit it is neither within nor beyond', async () => {
    const urban = { opened_at, details: '{"area":"urban"}' };
    await put(
      { ...urban, finished_at: '2026-02-10T08:00:00Z' },
      { 'unit U1 survey': 1350, 'agency S1 x': 9000 },
    );
    await put({ ...urban, finished_at: '2026-02-11T08:00:00Z' }, { 'unit U1 survey': 1350.0001 });
    await t.owner
      .updateTable('standard_versions')
      .set({ superseded_at: new Date() })
      .where('code', '=', 'limit-mv')
      .execute();
    await put({ opened_at, finished_at: '2026-02-12T08:00:00Z' });
    expect((await seen()).map(({ within, beyond, limited }) => [within, beyond, limited])).toEqual([
      [true, false, true],
      [false, true, true],
      [false, false, false],
    ]);
  });

  test('minutes counted by the calendar of a step are days of that calendar', async () => {
    const hours = [['08:00', '14:00']];
    await t.owner
      .insertInto('calendar_versions')
      .values({
        ...{ calendar_code: 'short-days', version: 1, loaded_at: new Date(opened_at) },
        definition: JSON.stringify({ week: { mon: hours, sat: [] } }),
      })
      .execute();
    const case_id = await put(
      { opened_at, finished_at },
      { 'unit U1 survey': 450, 'unit U1 permit': 360, 'agency S1 permit': 720 },
    );
    await t.owner
      .insertInto('case_tasks')
      .values({
        ...{ id: randomUUID(), case_id, ordinal: 2, step_code: 'permit', level: 'agency', state: 'skipped' },
        ...{ unit_code: 'U1', unit_path: 'T.C1.U1', counted: false },
        term: '{"calendar":"short-days"}',
      })
      .execute();
    expect(await seen()).toMatchObject([{ utility_days: 2, state_days: 2 }]);
    const steps = await inScope(t.db, systemScope, (trx) =>
      trx
        .selectFrom('access_steps')
        .select(['step', 'party', 'days'])
        .orderBy('party')
        .orderBy('step')
        .execute(),
    );
    expect(steps.map(({ step, party, days }) => [step, party, days])).toEqual([
      ['permit', 'agency', 2],
      ['permit', 'unit', 1],
      ['survey', 'unit', 1],
    ]);
  });

  test('the limit is what the regulation of the province fixed for the utility, where it did', async () => {
    const term = (amount: number, unit: string) => JSON.stringify({ amount, unit, calendar: 'field-work' });
    const own_terms = [term(4, 'working_days'), term(4, 'calendar_days'), null];
    for (const [n, own_term] of own_terms.entries())
      await put({ opened_at, finished_at: `2026-02-1${n}T08:00:00+07:00`, own_term });
    const unconfirmed = JSON.stringify({ amount: 2, unit: 'working_days', uncertain: true });
    await put({ opened_at, finished_at: '2026-02-14T08:00:00+07:00', own_term: unconfirmed });
    expect((await seen()).map((row) => [row.limit_days, row.limit_uncertain])).toEqual([
      [4, false],
      [7, false],
      [7, false],
      [2, true],
    ]);
  });

  test('nobody counts what they may not see', async () => {
    await put({ opened_at, finished_at });
    await put({ opened_at, finished_at, unit_code: 'U3', unit_path: 'T.C2.U3' }, { 'unit U3 survey': 450 });
    expect(await seen(publicScope)).toEqual([]);
    expect((await seen(below('T.C2'))).map(({ company }) => company)).toEqual(['C2']);
    expect(await seen(below('T'))).toHaveLength(2);
  });

  test('each step and party of a case is a row, units added up', async () => {
    await put(
      { opened_at, finished_at },
      { 'unit U1 survey': 450, 'unit U2 survey': 225, 'unit U1 ': 45, 'agency S1 permit': 900 },
    );
    const steps = await inScope(t.db, systemScope, (trx) =>
      trx.selectFrom('access_steps').select(['step', 'party', 'days']).orderBy('days').execute(),
    );
    expect(steps.map(({ step, party, days }) => [step, party, days])).toEqual([
      ['', 'unit', 0.1],
      ['survey', 'unit', 1.5],
      ['permit', 'agency', 2],
    ]);
  });
});

describe('signs of gaming: a row a finished case', () => {
  const signs = () =>
    inScope(t.db, systemScope, (trx) => trx.selectFrom('gaming_signs').selectAll().orderBy('at').execute());
  const by = { by_whom: 'x', at: new Date(opened_at) };
  const pause = (case_id: string, change: object) =>
    t.owner
      .insertInto('case_pauses')
      .values({
        ...{ id: randomUUID(), case_id, reason: 'force_majeure', note: 'bão' },
        started_at: new Date(opened_at),
        ended_at: new Date(finished_at),
        ...change,
      })
      .execute();

  test.each([
    ['2026-02-10T09:00:00+07:00', true],
    ['2026-02-10T08:00:00+07:00', true],
    ['2026-02-10T09:00:01+07:00', false],
    ['2026-02-10T07:59:59+07:00', false],
    [null, false],
  ])('finished at 08:00 and due at %s: %s', async (due_at, near_due) => {
    await put({ opened_at, finished_at, due_at });
    expect(await signs()).toMatchObject([{ near_due, any_sign: near_due }]);
  });

  test('ended and reopened; two supplements, not one; a pause without a document, not one with', async () => {
    const ids = [];
    for (const day of [10, 11, 12, 13, 14])
      ids.push(await put({ opened_at, finished_at: `2026-02-${day}T08:00:00+07:00` }));
    const [reopened = '', once = '', twice = '', bare = '', shown = ''] = ids;
    await t.owner
      .insertInto('case_closures')
      .values({ id: randomUUID(), case_id: reopened, kind: 'reopened', reason: 'x', ...by })
      .execute();
    for (const [case_id, ordinal] of [
      [once, 1],
      [twice, 1],
      [twice, 2],
    ] as const)
      await t.owner
        .insertInto('case_supplements')
        .values({
          ...{ id: randomUUID(), case_id, ordinal, what: 'x', until: '2026-02-20' },
          ...{ asked_at: new Date(opened_at), asked_by: 'x', answered_at: new Date(finished_at) },
        })
        .execute();
    await pause(bare, {});
    await pause(shown, { document_id: randomUUID() });
    await pause(reopened, { reason: 'ended' });
    const found = (await signs()).map((row) => [
      row.reopened,
      row.supplements,
      row.bare_pause,
      row.slower,
      row.any_sign,
    ]);
    expect(found).toEqual([
      [true, false, false, false, true],
      [false, false, false, false, false],
      [false, true, false, false, true],
      [false, false, true, false, true],
      [false, false, false, false, false],
    ]);
  });

  test('changed to a slower service, not to a quicker one', async () => {
    for (const slower of [true, false]) {
      const case_id = await put({ opened_at, finished_at: `2026-02-1${slower ? 0 : 1}T08:00:00+07:00` });
      await t.owner
        .insertInto('case_reclassifications')
        .values({
          ...{ id: randomUUID(), case_id, slower, reason: 'x', ...by },
          ...{ from_service: 'a', from_variant: 'x', from_limit: '{}' },
          ...{ to_service: 'b', to_variant: 'x', to_limit: '{}' },
        })
        .execute();
    }
    expect((await signs()).map(({ slower, any_sign }) => [slower, any_sign])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});
