import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { grant } from '#test/a-body.ts';
import { aCrossing, aProvince } from '#test/a-crossing.ts';
import { aRegulation, like26Days } from '#test/a-regulation.ts';
import { aRequest, aStaffMember, aUtility, step } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { acceptCase } from './accept-case.ts';
import { readPartyTimes } from './account-times.ts';
import { askSupplement } from './ask-supplement.ts';
import { completeStep } from './complete-step.ts';
import { openCase } from './open-case.ts';
import { readCaseRow } from './queries.ts';
import { readCase } from './read-case.ts';
import { receiveSupplement } from './receive-supplement.ts';
import { reopenCase } from './reopen-case.ts';
import { transferCase } from './transfer-case.ts';
import { readWholeTerm } from './whole-term.ts';

const t = useDb();
let crossingVersionId: number;
let clerk: Actor;
let director: Actor;
beforeEach(async () => {
  await aUtility(t.owner);
  ({ crossingVersionId } = await aProvince(t.owner));
  [clerk, director] = [
    await aStaffMember(t.owner, 'clerk'),
    await aStaffMember(t.owner, 'company_director', 'C1'),
  ];
});

const by = (code: string) => ({ code, requestId: randomUUID() });
const see = (code: string) =>
  inScope(t.db, systemScope, async (trx) => {
    const found = await readCase(trx, code);
    if (!found) throw new Error('no such case');
    return found;
  });
const open = async (code: string) => (await see(code)).openSteps.map(({ step_code }) => step_code);
const file = async (details: Record<string, string>) =>
  (await openCase(t, customerActor('web', 'Khách', []), aRequest(crossingVersionId, { details }))).code;
const complete = async (actor: Actor, code: string, step: string) => {
  const taskId = (await see(code)).openSteps.find(({ step_code }) => step_code === step)?.id ?? randomUUID();
  return completeStep(t, actor, { ...by(code), taskId, product: 'Văn bản số 1' });
};
const days = (amount: number) => t.clock.set(new Date(t.clock.now().getTime() + amount * 86_400_000));

async function upToTheBodies(details: Record<string, string>): Promise<string> {
  const code = await file(details);
  await acceptCase(t, clerk, by(code));
  await complete(clerk, code, 'survey');
  await complete(director, code, 'agreement');
  return code;
}

describe('steps side by side', () => {
  test('three bodies begin together above 2,000 kVA, two at or below; the reason stands on the step', async () => {
    const large = await upToTheBodies({ capacity_kva: '2500' });
    expect(await open(large)).toEqual(['planning', 'position', 'permit']);
    const planning = (await see(large)).openSteps[0];
    expect(planning).toMatchObject({ unit_code: 'P72_SCT', unit_path: 'P72.P72_SCT', counted: false });
    expect(planning?.because).toMatchObject({ vi: 'Trạm trên 2.000 kVA phải hỏi quy hoạch trước' });
    expect(await open(await upToTheBodies({ capacity_kva: '2000' }))).toEqual(['position', 'permit']);
  });

  test('in any order; what comes after waits for the last of them', async () => {
    const code = await upToTheBodies({ capacity_kva: '2500' });
    await grant(t, clerk, code, 'permit');
    await grant(t, clerk, code, 'planning');
    expect(await open(code)).toEqual(['position']);
    await grant(t, clerk, code, 'position');
    expect(await open(code)).toEqual(['build']);
    await complete(clerk, code, 'build');
    await complete(clerk, code, 'energise');
    expect((await see(code)).state).toBe('finished');
  });

  test('the clock of the utility rests while only the State works', async () => {
    const code = await upToTheBodies({ capacity_kva: '100' });
    expect((await see(code)).due_at).toBeNull();
    await grant(t, clerk, code, 'permit');
    expect((await see(code)).due_at).toBeNull();
    await grant(t, clerk, code, 'position');
    await complete(clerk, code, 'build');
    expect((await see(code)).due_at).not.toBeNull();
  });

  test('a step that is not open, or not any more, is refused', async () => {
    const code = await upToTheBodies({ capacity_kva: '100' });
    const task = (await see(code)).openSteps[0]?.id ?? '';
    await grant(t, clerk, code, 'position');
    await grant(t, clerk, code, 'permit');
    await expect(completeStep(t, clerk, { ...by(code), taskId: task, product: 'x' })).rejects.toThrow(
      'step_already_done',
    );
  });
});

describe('works that no limit counts', () => {
  const hired = {
    ...aCrossing,
    code: 'hired',
    steps: [
      step('survey', { level: 'unit', role: 'clerk' }, 2),
      step('build-hired', { level: 'unit', role: 'clerk' }, null, false),
      step('energise', { level: 'unit', role: 'clerk' }, 2),
    ],
  };

  test('the clock of the utility rests while it builds for hire, and the time is none of its part', async () => {
    const { id } = await t.owner
      .insertInto('service_versions')
      .values({
        ...{ service_code: hired.code, valid_from: hired.validFrom, definition: JSON.stringify(hired) },
        ...{ source: 'for tests', loaded_at: new Date('2018-01-01T00:00:00Z') },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { code } = await openCase(t, customerActor('web', 'Khách', []), aRequest(id, { details: {} }));
    await acceptCase(t, clerk, by(code));
    await complete(clerk, code, 'survey');
    expect((await see(code)).due_at).toBeNull();
    days(30);
    await complete(clerk, code, 'build-hired');
    expect((await see(code)).due_at).not.toBeNull();
    days(1);
    await complete(clerk, code, 'energise');
    const rows = await t.owner.selectFrom('case_party_times').select(['step_code', 'counted']).execute();
    expect(new Map(rows.map(({ step_code, counted }) => [step_code, counted]))).toEqual(
      new Map([
        ['build-hired', false],
        ['energise', true],
      ]),
    );
  });
});

test('a case that moves to another province has its bodies there; what a body has stays with it', async () => {
  const other = [
    ['P73', 'agency', null, 'P73', 'peoples-committee'],
    ['P73_SXD', 'agency', 'P73', 'P73.P73_SXD', 'construction'],
    ['P73_SGT', 'agency', 'P73', 'P73.P73_SGT', 'transport'],
  ] as const;
  await t.owner
    .insertInto('org_units')
    .values(
      other.map(([code, kind, parent_code, path, agency_kind]) => ({
        ...{ code, kind, parent_code, path, agency_kind, province_code: '73', source: 'for tests' },
        ...{ name_vi: code, name_en: code, valid_from: '2018-01-01' },
      })),
    )
    .execute();
  await t.owner
    .insertInto('provinces')
    .values({ code: '73', name_vi: 'Tỉnh khác', name_en: 'Other', company_code: 'C2' })
    .execute();
  const code = await file({ capacity_kva: '2500' });
  await transferCase(t, clerk, { ...by(code), toUnit: 'U3', reason: 'Nhà ở tỉnh khác' });
  const units = Object.fromEntries(
    (await see(code)).steps.map(({ step_code, unit_code }) => [step_code, unit_code]),
  );
  expect(units).toMatchObject({ survey: 'U3', agreement: 'C2', position: 'P73_SXD', permit: 'P73_SGT' });
  // The other province has no such body: the unit follows the step.
  expect(units.planning).toBe('U3');
});

test('each party’s time, with a supplement, bodies side by side and a reopening, adds up to the elapsed time', async () => {
  const code = await file({ capacity_kva: '2500' });
  const began = t.clock.now().getTime();
  days(1);
  await acceptCase(t, clerk, by(code));
  await askSupplement(t, clerk, { ...by(code), what: 'Bản vẽ', until: '2030-01-01' });
  days(2);
  await receiveSupplement(t, clerk, { ...by(code), answer: 'Đã gửi', documents: [] });
  days(1);
  await complete(clerk, code, 'survey');
  days(1);
  await complete(director, code, 'agreement');
  days(2);
  await grant(t, clerk, code, 'planning');
  await grant(t, clerk, code, 'position');
  days(3);
  await grant(t, clerk, code, 'permit');
  days(5);
  await complete(clerk, code, 'build');
  days(1);
  await complete(clerk, code, 'energise');
  const kept = await t.owner.selectFrom('case_party_times').selectAll().execute();
  const inDays = Object.fromEntries(
    kept.map(({ party, unit_code, step_code, elapsed_ms }) => [
      `${party} ${unit_code} ${step_code}`.trim(),
      Number(elapsed_ms) / 86_400_000,
    ]),
  );
  const third = Math.round((2 * 86_400_000) / 3) / 86_400_000;
  expect(inDays).toMatchObject({
    'unit U1': 1,
    customer: 2,
    'unit U1 survey': 1,
    'company C1 agreement': 1,
    'agency P72_SGT permit': third + 3,
    'customer  build': 5,
    'unit U1 energise': 1,
  });
  const sum = kept.reduce((total, { elapsed_ms }) => total + Number(elapsed_ms), 0);
  expect(sum).toBe(t.clock.now().getTime() - began);
  const head = await aStaffMember(t.owner, 'unit_head');
  days(4);
  await reopenCase(t, head, { ...by(code), reason: 'Đồng hồ quay sai' });
  days(1);
  const now = t.clock.now();
  const times = await inScope(t.db, systemScope, async (trx) => {
    const row = await readCaseRow(trx, code);
    return row ? readPartyTimes(trx, row, now) : [];
  });
  expect(times.reduce((total, { elapsedMs }) => total + elapsedMs, 0)).toBe(sum + 86_400_000);
  await complete(clerk, code, 'energise');
  const again = await t.owner.selectFrom('case_party_times').select('elapsed_ms').execute();
  expect(again.reduce((total, { elapsed_ms }) => total + Number(elapsed_ms), 0)).toBe(sum + 86_400_000);
});

describe('under a regulation of the province', () => {
  const issue = async (change: object) => {
    const definition = aRegulation({ ...like26Days, services: [aCrossing.code], ...change });
    await t.owner
      .insertInto('regulations')
      .values({
        ...{ code: definition.code, province_code: '72', status: 'issued', origin: 'profile' },
        ...{ services: definition.services, source: definition.source, loaded_at: t.clock.now() },
        ...{ valid_from: definition.validFrom, valid_to: definition.validTo ?? null },
        definition: JSON.stringify(definition),
      })
      .execute();
    await sql`call motcua.bind_regulations()`.execute(t.owner);
  };
  const whole = (code: string) =>
    inScope(t.db, systemScope, async (trx) => {
      const row = await readCaseRow(trx, code);
      return row ? readWholeTerm(trx, row, t.clock.now()) : null;
    });
  const onCalendar = { calendar: 'field-work', source: 'for tests', unit: 'working_days' as const };

  test('the utility has its share, all together the total; a body’s own limit and order hold from the day of filing', async () => {
    await issue({
      totals: [{ limit: { ...onCalendar, amount: 26 } }],
      steps: [{ step: 'permit', limit: { ...onCalendar, amount: 4 }, after: ['position'] }],
    });
    const code = await file({ capacity_kva: '100' });
    expect((await see(code)).own_term).toMatchObject({ amount: 7 });
    expect((await whole(code))?.limit.amount).toBe(26);
    await acceptCase(t, clerk, by(code));
    await complete(clerk, code, 'survey');
    await complete(director, code, 'agreement');
    expect(await open(code)).toEqual(['position']);
    await grant(t, clerk, code, 'position');
    const [permit] = (await see(code)).openSteps;
    expect(permit).toMatchObject({ step_code: 'permit', term: { amount: 4 } });
    expect(permit?.because).not.toBeNull();
  });

  test('it ends while a case runs: the case keeps it, the next one does not have it', async () => {
    await issue({ totals: [{ limit: { ...onCalendar, amount: 26 } }], validTo: '2026-03-04' });
    const before = await file({ capacity_kva: '100' });
    days(1);
    const after = await file({ capacity_kva: '100' });
    expect((await whole(before))?.limit.amount).toBe(26);
    expect(await see(after)).toMatchObject({ regulation_id: null, own_term: null });
    await acceptCase(t, clerk, by(before));
    expect((await whole(before))?.limit.amount).toBe(26);
  });

  test('what is the customer’s time does not count in the whole; a supplement may add days', async () => {
    await issue({ totals: [{ limit: { ...onCalendar, amount: 10 } }], supplementAdds: 2 });
    const code = await file({ capacity_kva: '100' });
    const before = (await whole(code))?.dueAt;
    await acceptCase(t, clerk, by(code));
    await askSupplement(t, clerk, { ...by(code), what: 'Bản vẽ', until: '2030-01-01' });
    expect((await whole(code))?.dueAt).toBeNull();
    days(7);
    await receiveSupplement(t, clerk, { ...by(code), answer: 'Đã gửi', documents: [] });
    expect(before).toBe('2026-03-18T10:00:00.000Z');
    expect((await whole(code))?.dueAt).toBe('2026-03-26T10:00:00.000Z');
  });
});
