import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { inScope, publicScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import {
  acceptCase,
  answerCustomer,
  askSupplement,
  assignCase,
  checkReceipt,
  closeCase,
  commentOnCase,
  completeStep,
  declineCase,
  openCase,
  rateCase,
  readCase,
  receiveSupplement,
  recordVisit,
  reopenCase,
  sendMessage,
  transferCase,
  verifyChain,
  withdrawCase,
} from './index.ts';

const { db, owner, clock } = useDb();
const deps = { db, clock };
const nobody = customerActor('web', 'Khách hàng', []);
let serviceVersionId: number;
let clerk: Actor;

beforeEach(async () => {
  ({ serviceVersionId } = await aUtility(owner));
  clerk = await aStaffMember(owner, 'clerk');
});

const open = (change = {}) => openCase(deps, nobody, aRequest(serviceVersionId, change));
const by = (code: string) => ({ code, requestId: randomUUID() });
const see = async (code: string) => {
  const found = await inScope(db, systemScope, (trx) => readCase(trx, code));
  if (!found) throw new Error('no such case');
  return found;
};
const openStepId = async (code: string) => (await see(code)).openSteps[0]?.id ?? '';
const done = async (actor: Actor, code: string) =>
  completeStep(deps, actor, { ...by(code), taskId: await openStepId(code), product: 'Biên bản số 1' });

describe('opening', () => {
  test('gives a code, a due time in working days and a receipt that anyone can check', async () => {
    const opened = await open();
    expect(opened.code).toMatch(/^\d{11}$/);
    expect(opened.dueAt?.toISOString()).toBe('2026-03-11T10:00:00.000Z'); // Wednesday + 5 working days, 17:00
    expect(await checkReceipt(db, opened.code, opened.hash)).toMatchObject({
      genuine: true,
      code: opened.code,
    });
    expect(await checkReceipt(db, opened.code, 'f'.repeat(64))).toEqual({ genuine: false });
  });

  test('the same request twice, or twice at once, is one case', async () => {
    const request = aRequest(serviceVersionId);
    const all = await Promise.all([1, 2, 3, 4].map(() => openCase(deps, nobody, request)));
    all.push(await openCase(deps, nobody, request));
    expect(new Set(all.map(({ code }) => code)).size).toBe(1);
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await owner.selectFrom('cases').select('id').execute()).toHaveLength(1);
  });

  test.each([
    [{ unitCode: 'U9' }, 'unit_not_found'],
    [
      { customer: { name: ' ', phone: '+84912345678', email: null, address: 'x', customerCode: null } },
      'name_needed',
    ],
    [
      { customer: { name: 'A', phone: null, email: null, address: 'x', customerCode: null } },
      'contact_needed',
    ],
  ])('%o is refused: %s', async (change, reason) => {
    await expect(open(change)).rejects.toMatchObject({ reason: { code: reason } });
    expect(await owner.selectFrom('cases').select('id').execute()).toHaveLength(0);
  });

  test('a refused act leaves no job behind', async () => {
    await expect(open({ unitCode: 'U9' })).rejects.toThrow();
    const jobs = await sql`select from graphile_worker.jobs`.execute(owner);
    expect(jobs.rows).toHaveLength(0);
  });
});

describe('from accepted to done', () => {
  test('the steps run in order, the customer’s own part stops the clock, the case ends and is rated', async () => {
    const { code, id } = await open();
    await acceptCase(deps, clerk, by(code));
    expect((await see(code)).openSteps[0]).toMatchObject({ step_code: 'survey', state: 'open' });
    clock.advance({ days: 1 });
    await done(clerk, code);
    expect(await see(code)).toMatchObject({ due_at: null, openSteps: [{ step_code: 'wiring' }] });
    clock.advance({ days: 7 });
    await done(clerk, code);
    expect((await see(code)).due_at?.toISOString()).toBe('2026-03-18T10:00:00.000Z'); // 5 working days and 5 that did not count
    const crew = await aStaffMember(owner, 'crew');
    await done(crew, code);
    expect(await see(code)).toMatchObject({ state: 'finished' });
    await closeCase(deps, clerk, { ...by(code), note: '' });
    const customer = customerActor('customer', 'Khách', [id]);
    await rateCase(deps, customer, { ...by(code), score: 5, remark: 'Nhanh' });
    await expect(rateCase(deps, customer, { ...by(code), score: 1, remark: '' })).rejects.toMatchObject({
      reason: { code: 'already_rated' },
    });
    expect(await see(code)).toMatchObject({ state: 'closed', rating: { score: 5 } });
    expect(await verifyChain(db)).toMatchObject({ cases: 1, breaks: [] });
  });

  test('a step without its product, one already done and one of another role are refused', async () => {
    const { code } = await open();
    await acceptCase(deps, clerk, by(code));
    const taskId = await openStepId(code);
    await expect(completeStep(deps, clerk, { ...by(code), taskId, product: ' ' })).rejects.toMatchObject({
      reason: { code: 'product_needed' },
      facts: { product: 'Biên bản survey' },
    });
    const crew = await aStaffMember(owner, 'crew');
    await expect(completeStep(deps, crew, { ...by(code), taskId, product: 'x' })).rejects.toMatchObject({
      reason: { code: 'step_of_other_role' },
    });
    await completeStep(deps, clerk, { ...by(code), taskId, product: 'x' });
    await expect(completeStep(deps, clerk, { ...by(code), taskId, product: 'x' })).rejects.toMatchObject({
      reason: { code: 'step_already_done' },
    });
  });

  test('a retry of an act changes nothing twice; its id used elsewhere is refused', async () => {
    const { code } = await open();
    const other = await open();
    const request = by(code);
    const first = await acceptCase(deps, clerk, request);
    expect(await acceptCase(deps, clerk, request)).toEqual({ ...first, replayed: true });
    await expect(acceptCase(deps, clerk, { ...request, code: other.code })).rejects.toMatchObject({
      reason: { code: 'request_reused' },
    });
    expect((await see(code)).events).toHaveLength(2);
  });

  test('a page that is stale is refused and nothing is written', async () => {
    const { code } = await open();
    await acceptCase(deps, clerk, { ...by(code), seenVersion: 1 });
    await expect(
      commentOnCase(deps, clerk, { ...by(code), seenVersion: 1, body: 'cũ' }),
    ).rejects.toMatchObject({ reason: { code: 'stale_page' } });
    expect((await see(code)).messages).toHaveLength(0);
  });
});

describe('supplements', () => {
  test('the clock rests until it comes', async () => {
    const { code, id } = await open();
    await acceptCase(deps, clerk, by(code));
    await askSupplement(deps, clerk, { ...by(code), what: 'Giấy tờ nhà', until: '2026-03-20' });
    expect(await see(code)).toMatchObject({ state: 'waiting', due_at: null });
    clock.advance({ days: 2 });
    const customer = customerActor('customer', 'Khách', [id]);
    await expect(
      receiveSupplement(deps, customer, { ...by(code), answer: '', documents: [] }),
    ).rejects.toMatchObject({ reason: { code: 'text_needed' } });
    await receiveSupplement(deps, customer, { ...by(code), answer: 'Đã gửi', documents: [] });
    const found = await see(code);
    expect(found).toMatchObject({
      state: 'accepted',
      supplements: [{ what: 'Giấy tờ nhà', answer: 'Đã gửi' }],
    });
    expect(found.due_at?.toISOString()).toBe('2026-03-12T10:00:00.000Z');
  });

  test('a day that is past is no deadline', async () => {
    const { code } = await open();
    await acceptCase(deps, clerk, by(code));
    await expect(
      askSupplement(deps, clerk, { ...by(code), what: 'x', until: '2026-03-04' }),
    ).rejects.toMatchObject({ reason: { code: 'due_in_the_past' } });
  });
});

describe('visits', () => {
  test('the second is refused without a reason, and counted with it', async () => {
    const { code } = await open();
    await recordVisit(deps, clerk, { ...by(code), reason: '' });
    await expect(recordVisit(deps, clerk, { ...by(code), reason: '' })).rejects.toMatchObject({
      reason: { code: 'second_visit_needs_reason' },
    });
    await recordVisit(deps, clerk, { ...by(code), reason: 'Thiếu chữ ký' });
    expect(await see(code)).toMatchObject({
      visits: 2,
      visitRows: [{ beyond_promise: false }, { beyond_promise: true }],
    });
  });
});

describe('who sees it', () => {
  test('another unit cannot find the case, its own company can, the other cannot', async () => {
    const { code } = await open();
    const [other, director, stranger, agent] = await Promise.all([
      aStaffMember(owner, 'clerk', 'U2'),
      aStaffMember(owner, 'company_director', 'C1'),
      aStaffMember(owner, 'company_director', 'C2'),
      aStaffMember(owner, 'corporation', 'T'),
    ]);
    await expect(acceptCase(deps, other, by(code))).rejects.toMatchObject({
      reason: { code: 'case_not_found', status: 404 },
    });
    const sees = (actor: Actor) =>
      inScope(db, actor.scope, async (trx) => (await readCase(trx, code)) !== undefined);
    expect([
      await sees(clerk),
      await sees(other),
      await sees(director),
      await sees(stranger),
      await sees(agent),
    ]).toEqual([true, false, true, false, true]);
  });

  test('PostgreSQL itself refuses the rows of another unit, in every table of the case', async () => {
    const { code, id } = await open();
    await acceptCase(deps, clerk, by(code));
    await answerCustomer(deps, clerk, { ...by(code), body: 'Chào anh/chị' });
    const other = await aStaffMember(owner, 'clerk', 'U2');
    for (const table of ['cases', 'case_events', 'case_tasks', 'case_documents', 'case_messages'] as const) {
      const rows = (scope: Actor['scope']) =>
        inScope(db, scope, (trx) => sql`select * from ${sql.table(table)}`.execute(trx));
      expect((await rows(clerk.scope)).rows.length, table).toBeGreaterThan(0);
      expect((await rows(other.scope)).rows, table).toHaveLength(0);
      expect((await rows(publicScope)).rows, table).toHaveLength(0);
    }
    const stolen = await inScope(db, other.scope, (trx) =>
      sql`update cases set customer_name = 'x' where id = ${id}`.execute(trx),
    );
    expect(stolen.numAffectedRows).toBe(0n);
    await expect(
      inScope(db, clerk.scope, (trx) => sql`delete from case_events`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      inScope(db, clerk.scope, (trx) => sql`update case_events set kind = 'x'`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
  });

  test('a transferred case leaves the one unit and is seen by the other, its clock as it was', async () => {
    const { code } = await open();
    const there = await aStaffMember(owner, 'clerk', 'U3');
    await transferCase(deps, clerk, { ...by(code), toUnit: 'u3', reason: 'Nhà ở huyện khác' });
    await expect(commentOnCase(deps, clerk, { ...by(code), body: 'x' })).rejects.toMatchObject({
      reason: { code: 'case_not_found' },
    });
    await acceptCase(deps, there, by(code));
    expect(await see(code)).toMatchObject({
      state: 'accepted',
      unit_code: 'U3',
      transfers: [{ from_unit: 'U1', to_unit: 'U3' }],
      steps: [{ unit_code: 'U3' }, {}, {}],
    });
    expect((await see(code)).due_at?.toISOString()).toBe('2026-03-11T10:00:00.000Z');
  });

  test.each([
    ['U1', 'same_unit'],
    ['C1', 'unit_not_found'],
    ['U9', 'unit_not_found'],
  ])('transfer to %s: %s', async (toUnit, reason) => {
    const { code } = await open();
    await expect(transferCase(deps, clerk, { ...by(code), toUnit, reason: 'x' })).rejects.toMatchObject({
      reason: { code: reason },
    });
  });
});

describe('other ends', () => {
  test('declined with a reason, reopened by the head, done after all', async () => {
    const { code } = await open();
    await expect(declineCase(deps, clerk, { ...by(code), reason: '' })).rejects.toMatchObject({
      reason: { code: 'reason_needed' },
    });
    await declineCase(deps, clerk, { ...by(code), reason: 'Trùng hồ sơ' });
    const head = await aStaffMember(owner, 'unit_head');
    clock.advance({ days: 1 });
    await reopenCase(deps, head, { ...by(code), reason: 'Không trùng' });
    for (let n = 0; n < 3; n++) await done(head, code);
    expect(await see(code)).toMatchObject({
      state: 'finished',
      closures: [{ kind: 'declined' }, { kind: 'reopened' }],
    });
  });

  test('withdrawn by the customer: no step stays open', async () => {
    const { code, id } = await open();
    await acceptCase(deps, clerk, by(code));
    await withdrawCase(deps, customerActor('customer', 'Khách', [id]), { ...by(code), reason: '' });
    const found = await see(code);
    expect(found.state).toBe('withdrawn');
    expect(found.steps.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'skipped']);
  });

  test('assigned only to people of the unit; a customer’s message joins the case', async () => {
    const { code, id } = await open();
    const other = await aStaffMember(owner, 'clerk', 'U2');
    await expect(assignCase(deps, clerk, { ...by(code), staffId: other.id })).rejects.toMatchObject({
      reason: { code: 'assignee_not_here' },
    });
    await assignCase(deps, clerk, { ...by(code), staffId: clerk.id });
    await sendMessage(deps, customerActor('customer', 'Khách', [id]), {
      ...by(code),
      body: 'Bao giờ có điện?',
    });
    expect(await see(code)).toMatchObject({
      assignee: clerk.id,
      messages: [{ direction: 'in', body: 'Bao giờ có điện?' }],
    });
  });
});

test('verify names the event that breaks the chain', async () => {
  const { code, id } = await open();
  await acceptCase(deps, clerk, by(code));
  await commentOnCase(deps, clerk, { ...by(code), body: 'Đã gọi khách' });
  await sql`update case_events set data = '{"body": "khác"}' where case_id = ${id} and seq = 3`.execute(
    owner,
  );
  expect((await verifyChain(db)).breaks).toEqual([{ caseId: id, code, seq: 3, why: 'hash' }]);
});
