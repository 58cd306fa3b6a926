import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aRequest, aService, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import {
  acceptCase,
  closeCase,
  completeStep,
  openCase,
  pauseClock,
  readCase,
  reclassifyCase,
  resumeClock,
  verifyChain,
} from './index.ts';

const { db, owner, clock } = useDb();
const deps = { db, clock };
const nobody = customerActor('web', 'Khách hàng', []);
let serviceVersionId: number;
let clerk: Actor;
let head: Actor;

beforeEach(async () => {
  ({ serviceVersionId } = await aUtility(owner));
  clerk = await aStaffMember(owner, 'clerk');
  head = await aStaffMember(owner, 'unit_head');
});

const by = (code: string) => ({ code, requestId: randomUUID() });
const see = async (code: string) => {
  const found = await inScope(db, systemScope, (trx) => readCase(trx, code));
  if (!found) throw new Error('no such case');
  return found;
};
const accepted = async () => {
  const { code } = await openCase(deps, nobody, aRequest(serviceVersionId));
  await acceptCase(deps, clerk, by(code));
  return code;
};
const complete = async (actor: Actor, code: string) =>
  completeStep(deps, actor, {
    ...by(code),
    taskId: (await see(code)).openSteps[0]?.id ?? '',
    product: 'Biên bản',
  });
const paper = {
  kind: 'other',
  name: 'thong-bao-bao.pdf',
  sha256: 'b'.repeat(64),
  mime: 'application/pdf',
  bytes: 9,
};
const reasoned = (code: string) => ({ ...by(code), reason: 'Bão số 9, cấm thi công', documents: [paper] });
const due = async (code: string) => (await see(code)).due_at?.toISOString() ?? null;

describe('the clock rests for force majeure', () => {
  test('the due time waits and moves by the days it rested; the document stands beside the reason', async () => {
    const code = await accepted();
    const before = await due(code); // Wednesday 11 March, 17:00
    expect(before).toBe('2026-03-11T10:00:00.000Z');
    await pauseClock(deps, head, reasoned(code));
    expect(await due(code)).toBeNull();
    clock.advance({ days: 2 });
    await resumeClock(deps, head, { ...by(code), note: '' });
    // Thursday is the one working day at whose close it rested.
    expect(await due(code)).toBe('2026-03-12T10:00:00.000Z');
    const found = await see(code);
    expect(found.pauses).toMatchObject([{ reason: 'force_majeure', note: 'Bão số 9, cấm thi công' }]);
    expect(found.documents.find(({ id }) => id === found.pauses[0]?.document_id)?.name).toBe(paper.name);
    expect(found.events.slice(-2).map(({ kind }) => kind)).toEqual(['pause_clock', 'resume_clock']);
    expect(await verifyChain(db)).toMatchObject({ breaks: [] });
  });

  test('without a document it rests too, and the pause says so', async () => {
    const code = await accepted();
    await pauseClock(deps, head, { ...reasoned(code), documents: [] });
    expect((await see(code)).pauses).toMatchObject([{ document_id: null, ended_at: null }]);
  });

  test('twice, without a reason, by a clerk, or going on while it runs is refused, and nothing is written', async () => {
    const code = await accepted();
    const resume = () => resumeClock(deps, head, { ...by(code), note: '' });
    await expect(resume()).rejects.toMatchObject({ reason: { code: 'clock_runs' } });
    await expect(pauseClock(deps, head, { ...reasoned(code), reason: ' ' })).rejects.toMatchObject({
      reason: { code: 'reason_needed' },
    });
    await expect(pauseClock(deps, clerk, reasoned(code))).rejects.toMatchObject({
      reason: { code: 'role_may_not' },
    });
    const other = await aStaffMember(owner, 'unit_head', 'U3');
    await expect(pauseClock(deps, other, reasoned(code))).rejects.toMatchObject({
      reason: { code: 'case_not_found' },
    });
    await pauseClock(deps, head, reasoned(code));
    await expect(pauseClock(deps, head, reasoned(code))).rejects.toMatchObject({
      reason: { code: 'clock_rests' },
    });
    const found = await see(code);
    expect([found.pauses.length, found.documents.length, found.events.length]).toEqual([1, 2, 3]);
  });

  test('a retry is the same pause', async () => {
    const code = await accepted();
    const request = reasoned(code);
    const first = await pauseClock(deps, head, request);
    expect(await pauseClock(deps, head, request)).toEqual({ ...first, replayed: true });
    expect((await see(code)).pauses).toHaveLength(1);
  });

  test('a case that is finished while its clock rests has a due time again', async () => {
    const code = await accepted();
    await pauseClock(deps, head, reasoned(code));
    clock.advance({ days: 1 });
    for (const _ of aService.steps) await complete(head, code);
    expect(await see(code)).toMatchObject({ state: 'finished' });
    expect(await due(code)).not.toBeNull();
    await closeCase(deps, clerk, { ...by(code), note: '' });
    expect((await see(code)).pauses.every(({ ended_at }) => ended_at !== null)).toBe(true);
  });
});

describe('a case that was taken in as something else', () => {
  const text = (vi: string) => ({ vi, en: vi });
  const [survey, , energise] = aService.steps;
  const limit = { amount: 10, unit: 'working_days', calendar: 'field-work', source: 'for tests' };
  const mv = {
    ...aService,
    ...{ code: 'mv-supply', number: 2, name: text('Cấp điện trung áp') },
    variants: [
      {
        code: 'overhead',
        name: text('Đường dây trên không'),
        limit,
        when: { field: 'route', equals: 'over' },
      },
      { code: 'underground', name: text('Cáp ngầm'), limit: { ...limit, amount: 2 } },
    ],
    steps: [survey, { ...survey, code: 'agreement' }, energise],
  };
  beforeEach(async () => {
    await owner
      .insertInto('service_versions')
      .values({
        ...{ service_code: mv.code, valid_from: mv.validFrom, definition: JSON.stringify(mv) },
        ...{ source: 'for tests', loaded_at: new Date('2018-01-01T00:00:00Z') },
      })
      .execute();
  });
  const asMv = (code: string) => ({
    ...by(code),
    ...{ service: 'mv-supply', variant: 'overhead', reason: 'Khách xin trạm riêng' },
  });
  const standing = async (code: string) =>
    (await see(code)).steps.map(({ step_code, state, round }) => `${step_code} ${state} ${round}`);

  test('what is done stays, the rest is planned anew from the same opening; the event keeps both limits', async () => {
    const code = await accepted();
    await complete(clerk, code);
    clock.advance({ days: 1 });
    await reclassifyCase(deps, clerk, asMv(code));
    const found = await see(code);
    expect(found).toMatchObject({
      ...{ service_code: 'mv-supply', variant: 'overhead', state: 'accepted' },
      details: { area: 'rural', route: 'over' },
    });
    expect(await standing(code)).toEqual([
      'survey done 1',
      'wiring skipped 1',
      'energise skipped 1',
      'agreement open 2',
      'energise waiting 2',
    ]);
    expect(found.due_at?.toISOString()).toBe('2026-03-18T10:00:00.000Z');
    expect(found.opened_at.toISOString()).toBe('2026-03-04T02:00:00.000Z');
    expect(found.events.at(-1)).toMatchObject({
      kind: 'reclassify',
      data: {
        from: { service: 'supply', variant: 'rural', limit: { amount: 5 } },
        to: { service: 'mv-supply', variant: 'overhead', limit: { amount: 10 } },
        slower: true,
        opened: [{ step: 'agreement' }],
      },
    });
    await complete(clerk, code);
    await complete(head, code);
    expect(await see(code)).toMatchObject({ state: 'finished' });
    expect(await verifyChain(db)).toMatchObject({ breaks: [] });
  });

  test('to a quicker one is not slower; before it is accepted no step opens', async () => {
    const { code } = await openCase(deps, nobody, aRequest(serviceVersionId));
    await reclassifyCase(deps, clerk, { ...asMv(code), variant: 'underground' });
    expect((await see(code)).openSteps).toEqual([]);
    await reclassifyCase(deps, clerk, { ...by(code), service: 'supply', variant: 'urban', reason: 'x' });
    const rows = await owner.selectFrom('case_reclassifications').select('slower').orderBy('at').execute();
    expect(rows).toEqual([{ slower: false }, { slower: true }]);
    await acceptCase(deps, clerk, by(code));
    expect((await see(code)).openSteps.map(({ step_code, round }) => [step_code, round])).toEqual([
      ['survey', 3],
    ]);
  });

  test.each([
    [{ service: 'supply', variant: 'rural' }, 'same_service'],
    [{ service: 'nothing' }, 'service_not_offered'],
    [{ variant: 'nothing' }, 'service_not_offered'],
    [{ reason: '' }, 'reason_needed'],
  ])('%o: %s', async (change, reason) => {
    const code = await accepted();
    const asked = { ...asMv(code), ...change };
    await expect(reclassifyCase(deps, clerk, asked)).rejects.toMatchObject({ reason: { code: reason } });
    expect(await see(code)).toMatchObject({ service_code: 'supply', version: 2 });
  });

  test('a State body that has the case in hand keeps it', async () => {
    const code = await accepted();
    await owner.updateTable('case_tasks').set({ level: 'agency' }).where('state', '=', 'open').execute();
    await expect(reclassifyCase(deps, clerk, asMv(code))).rejects.toMatchObject({
      reason: { code: 'at_state_body' },
    });
  });

  test('an agent may not, a unit elsewhere does not see it, and a retry changes nothing twice', async () => {
    const code = await accepted();
    const agent = await aStaffMember(owner, 'agent', 'CARE');
    await expect(reclassifyCase(deps, agent, asMv(code))).rejects.toMatchObject({
      reason: { code: 'role_may_not' },
    });
    const other = await aStaffMember(owner, 'clerk', 'U3');
    await expect(reclassifyCase(deps, other, asMv(code))).rejects.toMatchObject({
      reason: { code: 'case_not_found' },
    });
    const request = asMv(code);
    const first = await reclassifyCase(deps, clerk, request);
    expect(await reclassifyCase(deps, clerk, request)).toEqual({ ...first, replayed: true });
    expect(await owner.selectFrom('case_reclassifications').select('id').execute()).toHaveLength(1);
  });
});
