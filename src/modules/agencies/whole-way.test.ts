import { beforeEach, describe, expect, test } from 'vitest';
import { completeStep, readCase, verifyChain } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aPaper, asked, aTask, grant } from '#test/a-body.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { agencyTasks, askForMore, giveMore, handBackTask, receiveTask, sendAgain } from './index.ts';

const t = useDb();
const jobs = agencyTasks({ ...t, url: 'http://localhost:3000' });
let found: Crossing;
let officers: Record<'trade' | 'construction' | 'transport', Actor>;

beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  officers = {
    trade: await aStaffMember(t.owner, 'officer', 'P72_SCT'),
    construction: await aStaffMember(t.owner, 'officer', 'P72_SXD'),
    transport: await aStaffMember(t.owner, 'officer', 'P72_SGT'),
  };
  found = await aCrossingCase(t, crossingVersionId);
});

const day = 86_400_000;
const days = (amount: number) => t.clock.set(new Date(t.clock.now().getTime() + amount * day));
const see = () => inScope(t.db, systemScope, (trx) => readCase(trx, found.code));
const complete = async (actor: Actor, step: string) =>
  completeStep(t, actor, { ...(await asked(t, found.code, step)), product: 'Biên bản' });

test('three bodies, one supplement and one hand-back: each party has its own time, and all add up to the elapsed', async () => {
  const { code, clerk } = found;
  const began = t.clock.now().getTime();
  days(1); // three bodies: a third each
  await askForMore(t, officers.construction, {
    ...(await asked(t, code, 'position')),
    ...{ what: 'Bản vẽ', until: '2026-04-20', again: false },
  });
  days(2); // two of them work on while the customer is asked
  await giveMore(t, found.customer, { ...(await asked(t, code, 'position')), answer: 'Đây', documents: [] });
  await handBackTask(t, officers.transport, { ...(await asked(t, code, 'permit')), reason: 'Thiếu chữ ký' });
  days(1); // the unit has a step in hand: its time comes before that of the bodies
  await sendAgain(t, clerk, { ...(await asked(t, code, 'permit')), toUnit: '', note: '' });
  await grant(t, officers.trade, code, 'planning');
  days(2); // two bodies
  await grant(t, officers.construction, code, 'position');
  days(3);
  await grant(t, officers.transport, code, 'permit');
  days(5);
  await complete(clerk, 'build');
  days(1);
  await complete(clerk, 'energise');
  const kept = await t.owner.selectFrom('case_party_times').selectAll().execute();
  const inDays = (party: string, unit = '', step = '') =>
    Number(
      kept.find((row) => row.party === party && row.unit_code === unit && row.step_code === step)
        ?.elapsed_ms ?? 0,
    ) / day;
  expect(inDays('agency', 'P72_SCT', 'planning')).toBeCloseTo(1 / 3 + 1, 5);
  expect(inDays('agency', 'P72_SXD', 'position')).toBeCloseTo(1 / 3 + 1, 5);
  expect(inDays('agency', 'P72_SGT', 'permit')).toBeCloseTo(1 / 3 + 1 + 1 + 3, 5);
  expect(inDays('unit', 'U1', 'permit')).toBe(1);
  expect(inDays('customer', '', 'build')).toBe(5);
  const sum = kept.reduce((total, { elapsed_ms }) => total + Number(elapsed_ms), 0);
  expect(sum).toBe(t.clock.now().getTime() - began);
  expect((await verifyChain(t.db)).breaks).toEqual([]);
});

describe('a body that is dissolved', () => {
  const dissolve = async (code: string, into: string | null) => {
    await t.owner.updateTable('org_units').set({ valid_to: '2026-03-03' }).where('code', '=', code).execute();
    if (!into) return;
    const decision = {
      code: 'merge',
      kind: 'merge',
      on_date: '2026-03-04',
      definition: '{}',
      source: 'for tests',
    };
    await t.owner.insertInto('reorganisations').values(decision).execute();
    await t.owner
      .insertInto('org_successions')
      .values({ from_code: code, to_code: into, on_date: '2026-03-04', reorganisation_code: 'merge' })
      .execute();
  };
  const step = async (name: string) => (await see())?.steps.find(({ step_code }) => step_code === name);

  test('gives its open steps to the one that took over, whose officers go on; the clock does not begin anew', async () => {
    const before = await step('permit');
    await dissolve('P72_SGT', 'P72_SXD');
    await jobs.follow_dissolved_bodies();
    await jobs.follow_dissolved_bodies();
    expect(await step('permit')).toMatchObject({ unit_code: 'P72_SXD', due_at: before?.due_at });
    const events = (await see())?.events.filter(({ kind }) => kind === 'agency_moved');
    expect(events).toMatchObject([{ data: { from: 'P72_SGT', to: 'P72_SXD', step: 'permit' } }]);
    await grant(t, officers.construction, found.code, 'permit');
    expect(await step('permit')).toMatchObject({ state: 'done' });
    expect((await verifyChain(t.db)).breaks).toEqual([]);
  });

  test('or by being touched, before the clock comes round', async () => {
    await dissolve('P72_SGT', 'P72_SXD');
    const heir = await aStaffMember(t.owner, 'officer', 'P72_SXD');
    await receiveTask(t, heir, await asked(t, found.code, 'permit'));
    expect(await step('permit')).toMatchObject({ unit_code: 'P72_SXD' });
    const last = (await see())?.events.at(-1);
    expect(last).toMatchObject({ data: { moved: { from: 'P72_SGT', to: 'P72_SXD' } } });
  });

  test('without anybody who took over, the unit has the step in hand with a sentence, and chooses another body', async () => {
    await dissolve('P72_SGT', null);
    await jobs.task_sent({ taskId: (await aTask(t, found.code, 'permit')).taskId });
    const row = await t.owner.selectFrom('agency_tasks').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ decision: 'handed_back', note: expect.stringContaining('đã giải thể') });
    expect((await see())?.due_at).not.toBeNull();
    await expect(
      sendAgain(t, found.clerk, { ...(await asked(t, found.code, 'permit')), toUnit: '', note: '' }),
    ).rejects.toMatchObject({ reason: { code: 'body_gone' } });
    await sendAgain(t, found.clerk, {
      ...(await asked(t, found.code, 'permit')),
      toUnit: 'P72_SCT',
      note: '',
    });
    expect(await step('permit')).toMatchObject({ unit_code: 'P72_SCT' });
  });
});

test('a supplement by letter is told to the body by a new letter, once', async () => {
  await t.owner.updateTable('staff').set({ active: false }).where('unit_code', '=', 'P72_SXD').execute();
  const address = { unit_code: 'P72_SXD', valid_from: '2026-01-01', email: 'vt@example.com', source: 'x' };
  await t.owner.insertInto('body_addresses').values(address).execute();
  const { taskId } = await aTask(t, found.code, 'position');
  await jobs.task_sent({ taskId });
  await askForMore(t, officers.construction, {
    ...(await asked(t, found.code, 'position')),
    ...{ what: 'Bản vẽ', until: '2026-04-20', again: false },
  });
  await giveMore(t, found.clerk, {
    ...(await asked(t, found.code, 'position')),
    ...{ answer: '', documents: [aPaper()] },
  });
  t.clock.advance({ hours: 1 });
  for (const _ of [1, 2]) await jobs.task_sent({ taskId, cause: 'supplement:1' });
  const letters = await t.owner
    .selectFrom('notices')
    .select('id')
    .where('kind', '=', 'agency_task')
    .execute();
  expect(letters).toHaveLength(2);
});
