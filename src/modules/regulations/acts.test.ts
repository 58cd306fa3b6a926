import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { regulationSchema } from '#modules/catalogue/index.ts';
import type { Actor, Role } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aCrossing } from '#test/a-crossing.ts';
import { aRegulation } from '#test/a-regulation.ts';
import { aMember, anOrganisation } from '#test/an-organisation.ts';
import { useDb } from '#test/use-db.ts';
import { endRegulation } from './end-regulation.ts';
import { readRegulations, regulationFor } from './index.ts';
import { issueRegulation } from './issue-regulation.ts';
import { moveDraft } from './move-draft.ts';
import { insertMove } from './queries-follow.ts';

const t = useDb();
const deps = { db: t.db, clock: t.clock };
let director: Actor;

beforeEach(async () => {
  await anOrganisation(t.owner);
  director = await aMember(t.owner, 'AA', 'company_director');
  await t.owner
    .insertInto('regulations')
    .values({
      ...{ code: 'draft', province_code: '72', status: 'drafting', origin: 'profile', source: 'for tests' },
      services: ['supply'],
      valid_from: '2018-11-16',
      definition: JSON.stringify(aRegulation({ code: 'draft', status: 'drafting', services: ['supply'] })),
      loaded_at: new Date('2018-11-16T00:00:00Z'),
    })
    .execute();
  await aTemplate('same', {});
  await aTemplate('twenty-six', {
    totals: [{ limit: { amount: 26, unit: 'working_days', calendar: 'state-bodies', source: 'for tests' } }],
  });
  await aTemplate('by-transport', { participants: ['transport'] });
});

const aTemplate = (code: string, terms: object) =>
  t.owner
    .insertInto('standard_versions')
    .values({
      ...{ kind: 'regulation_template', code, valid_from: '2018-01-01', source: 'for tests' },
      definition: JSON.stringify({
        ...{ code, name: { vi: code, en: code }, source: 'for tests', validFrom: '2018-01-01' },
        ...terms,
      }),
      loaded_at: new Date('2018-01-01T00:00:00Z'),
    })
    .execute();

const move = (change: object = {}, by = director) =>
  moveDraft(deps, by, {
    ...{ requestId: randomUUID(), province: '72', stage: 'opinions_asked', since: '2026-03-02' },
    ...{ body: 'P72_TRADE', note: '', reason: '' },
    ...change,
  });
const issue = (change: object = {}, by = director) =>
  issueRegulation(deps, by, {
    ...{ requestId: randomUUID(), province: '72', number: '12/QĐ-UBND', issuedOn: '2026-03-02' },
    ...{ validFrom: '2026-03-10', template: 'twenty-six', document: null },
    ...change,
  });
const end = (change: object = {}, by = director) =>
  endRegulation(deps, by, {
    ...{ requestId: randomUUID(), province: '72', lastDay: '2026-06-30', reason: 'QĐ 40' },
    ...change,
  });
const on = (day: string) =>
  inScope(t.db, systemScope, (trx) => regulationFor(trx, { province: '72', service: 'supply', day }));
const rows = () => t.owner.selectFrom('regulation_stages').selectAll().orderBy('id').execute();
const refusal = (code: string, field?: string) => ({
  reason: { code },
  ...(field ? { fields: { [field]: { code } } } : {}),
});

describe('the draft moves', () => {
  test('and who, where, since when is written down', async () => {
    await move({ note: ' Gửi 5 sở ' });
    expect(await rows()).toMatchObject([
      {
        stage: 'opinions_asked',
        since: '2026-03-02',
        body_code: 'P72_TRADE',
        note: 'Gửi 5 sở',
        by_staff: director.id,
      },
    ]);
  });

  test('the same request again is done once', async () => {
    const requestId = randomUUID();
    const first = await move({ requestId });
    expect(await move({ requestId })).toEqual(first);
    const atOnce = { requestId: randomUUID(), body: 'P72' };
    const both = await Promise.all([move(atOnce), move(atOnce)]);
    expect(both[0]).toEqual(both[1]);
    expect(await rows()).toHaveLength(2);
  });

  test.each<[string, string | undefined, object]>([
    ['stage_already', 'stage', {}],
    ['back_without_reason', 'reason', { stage: 'assigned' }],
    ['since_in_future', 'since', { stage: 'submitted', since: '2026-03-05' }],
    ['since_before_last', 'since', { stage: 'submitted', since: '2026-03-01' }],
    ['body_unknown', 'body', { stage: 'submitted', body: 'BB' }],
    ['body_unknown', 'body', { stage: 'submitted', body: 'P72_DESK' }],
    ['words_too_long', 'note', { stage: 'submitted', note: 'x'.repeat(2001) }],
    ['province_not_found', undefined, { province: '99' }],
  ])('refused: %s', async (code, field, change) => {
    await move();
    await expect(move(change)).rejects.toMatchObject(refusal(code, field));
    expect(await rows()).toHaveLength(1);
  });

  test('a body that was closed takes no draft', async () => {
    await t.owner
      .updateTable('org_units')
      .set({ valid_to: '2026-03-01' })
      .where('code', '=', 'P72_TRADE')
      .execute();
    await expect(move()).rejects.toMatchObject(refusal('body_unknown', 'body'));
  });

  test.each<[Role, string]>([
    ['company_director', 'BB'],
    ['clerk', 'AA'],
    ['unit_head', 'AA0001'],
    ['administrator', 'AA0001'],
    ['desk_clerk', 'P72_DESK'],
    ['agent', 'CARE'],
  ])('not by a %s of %s', async (role, unit) => {
    const stranger = await aMember(t.owner, unit, role);
    await expect(move({}, stranger)).rejects.toMatchObject(refusal('not_your_province'));
    await expect(issue({}, stranger)).rejects.toMatchObject(refusal('not_your_province'));
    await expect(end({}, stranger)).rejects.toMatchObject(refusal('not_your_province'));
  });

  test('PostgreSQL refuses a stranger as well, and nobody changes what was written', async () => {
    const stranger = await aMember(t.owner, 'BB', 'company_director');
    const row = {
      ...{ province_code: '72', stage: 'assigned', since: '2026-03-01', at: t.clock.now() },
      ...{ by_whom: 'somebody', request_id: randomUUID() },
    };
    await expect(inScope(t.db, stranger.scope, (trx) => insertMove(trx, row))).rejects.toThrow(
      /row-level security/,
    );
    await move();
    const change = inScope(t.db, director.scope, (trx) =>
      trx.updateTable('regulation_stages').set({ note: 'other' }).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

describe('what is issued binds from its day', () => {
  test('with number, date and the terms chosen; not a day earlier', async () => {
    await issue();
    expect(await on('2026-03-09')).toBeNull();
    expect(await on('2026-03-10')).toMatchObject({
      definition: { number: '12/QĐ-UBND', issuedOn: '2026-03-02', totals: [{ limit: { amount: 26 } }] },
    });
    expect((await on('2026-03-10'))?.definition.uncertain).toBeUndefined();
  });

  test('a later one takes over on its day; a case keeps the one it was filed under', async () => {
    await issue();
    const first = await on('2026-04-01');
    t.clock.advance({ days: 100 });
    await issue({ number: '40/QĐ-UBND', issuedOn: '2026-06-01', validFrom: '2026-06-15', template: 'same' });
    expect((await on('2026-06-14'))?.definition.number).toBe('12/QĐ-UBND');
    expect((await on('2026-06-15'))?.definition).toMatchObject({ number: '40/QĐ-UBND', totals: [] });
    const kept = await inScope(t.db, systemScope, (trx) => readRegulations(trx, [first?.id ?? 0]));
    expect(kept.get(first?.id ?? 0)?.definition.totals).toHaveLength(1);
  });

  test('recorded again for the same day it takes the place of the first', async () => {
    await issue();
    await issue({ number: '13/QĐ-UBND' });
    expect((await on('2026-03-10'))?.definition.number).toBe('13/QĐ-UBND');
    expect(
      await t.owner.selectFrom('regulations').select('id').where('origin', '=', 'recorded').execute(),
    ).toHaveLength(2);
  });

  test('the first of all: it is for the services in which the State takes part', async () => {
    await t.owner.deleteFrom('regulations').execute();
    await expect(issue()).rejects.toMatchObject(refusal('no_state_services'));
    const definition = JSON.stringify({ ...aCrossing, validFrom: '2018-01-01' });
    await t.owner
      .insertInto('service_versions')
      .values({
        ...{ service_code: aCrossing.code, valid_from: '2018-01-01', definition, source: 'for tests' },
        loaded_at: new Date('2018-01-01T00:00:00Z'),
      })
      .execute();
    await issue();
    const [row] = await t.owner.selectFrom('regulations').select('services').execute();
    expect(row?.services).toEqual(['crossing']);
  });

  test('the same request again is done once', async () => {
    const requestId = randomUUID();
    await issue({ requestId });
    await issue({ requestId });
    expect(await rows()).toHaveLength(1);
    expect(await t.owner.selectFrom('regulation_days').selectAll().execute()).toHaveLength(1);
  });

  test.each<[string, string, object]>([
    ['number_needed', 'number', { number: ' ' }],
    ['words_too_long', 'number', { number: 'x'.repeat(101) }],
    ['since_in_future', 'issuedOn', { issuedOn: '2026-03-05' }],
    ['since_before_last', 'issuedOn', { issuedOn: '2026-02-27' }],
    ['holds_before_issued', 'validFrom', { validFrom: '2026-03-01' }],
    ['template_needed', 'template', { template: 'nothing' }],
    ['no_body_for_terms', 'template', { template: 'by-transport' }],
  ])('refused: %s', async (code, field, change) => {
    await move({ since: '2026-03-01' });
    await expect(issue(change)).rejects.toMatchObject(refusal(code, field));
    expect(await rows()).toHaveLength(1);
    expect(await on('2026-03-10')).toBeNull();
  });
});

describe('what is in force ends', () => {
  test('with a day: what is filed after it is without', async () => {
    await issue();
    await end();
    expect((await on('2026-06-30'))?.definition.number).toBe('12/QĐ-UBND');
    expect(await on('2026-07-01')).toBeNull();
    await end({ lastDay: '2026-07-31' });
    expect(await on('2026-07-01')).not.toBeNull();
    expect(await on('2026-08-01')).toBeNull();
  });

  test('one that is past is corrected by its code; the day before its first cancels it, and the one before goes on', async () => {
    await issue();
    t.clock.advance({ days: 100 });
    await issue({ number: '40/QĐ-UBND', issuedOn: '2026-06-01', validFrom: '2026-06-15' });
    await end({ lastDay: '2026-06-14', regulation: 'quy-che-72-2026-06-15' });
    expect((await on('2026-07-01'))?.definition.number).toBe('12/QĐ-UBND');
    await end({ lastDay: '2026-04-30', regulation: 'quy-che-72-2026-03-10' });
    expect(await on('2026-05-01')).toBeNull();
    await end({ lastDay: '2026-05-31', regulation: 'quy-che-72-2026-03-10' });
    expect(await on('2026-05-01')).not.toBeNull();
    await expect(end({ regulation: 'nothing' })).rejects.toMatchObject(refusal('not_in_force', 'lastDay'));
  });

  test('the next draft may begin before that day', async () => {
    await issue();
    await end();
    await move({ stage: 'assigned', since: '2026-03-03' });
    expect((await rows()).map(({ stage }) => stage)).toEqual(['issued', 'ended', 'assigned']);
  });

  test('refused: nothing to end, before it began, without a ground', async () => {
    await expect(end()).rejects.toMatchObject(refusal('not_in_force', 'lastDay'));
    await issue();
    await expect(end({ lastDay: '2026-03-08' })).rejects.toMatchObject(
      refusal('ends_before_it_began', 'lastDay'),
    );
    await expect(end({ reason: ' ' })).rejects.toMatchObject(refusal('reason_needed', 'ground'));
    expect(await on('2026-09-01')).not.toBeNull();
  });
});

test('what a regulation says is read as it was checked', () =>
  expect(regulationSchema.safeParse({ ...aRegulation({}), status: 'drafting', number: '1' }).success).toBe(
    false,
  ));
