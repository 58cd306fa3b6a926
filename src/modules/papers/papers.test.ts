import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CodeToSend } from '#modules/accounts/index.ts';
import {
  acceptCase,
  completeStep,
  openCase,
  readCase,
  transferCase,
  verifyChain,
} from '#modules/cases/index.ts';
import { type Actor, customerActor, systemActor } from '#modules/organisation/index.ts';
import { inScope, publicScope, systemScope } from '#platform/postgres/in-scope.ts';
import { Refused } from '#platform/refused.ts';
import { aKeyFile } from '#test/a-key-file.ts';
import { aPaperDesk, aTemplate } from '#test/a-paper.ts';
import { textOf } from '#test/a-pdf.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import {
  makePaper,
  makeUnitKey,
  type PaperDeps,
  retireUnitKey,
  type SigningDeps,
  sendSigningCode,
  signByCustomer,
  signByUnit,
} from './index.ts';
import { importUnitKey } from './unit-keys.ts';

const t = useDb();
let deps: PaperDeps & SigningDeps;
let sent: CodeToSend[];
let serviceVersionId: number;
let clerk: Actor;
let head: Actor;
let customer: Actor;
let code: string;
let template: string;

const openOne = async () => {
  const opened = await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  await acceptCase(t, clerk, { code: opened.code, requestId: randomUUID() });
  return opened;
};

beforeEach(async () => {
  ({ deps, sent } = await aPaperDesk(t));
  ({ serviceVersionId } = await aUtility(t.owner));
  template = await aTemplate(t.owner);
  clerk = await aStaffMember(t.owner, 'clerk');
  head = await aStaffMember(t.owner, 'unit_head');
  const opened = await openOne();
  ({ code } = opened);
  customer = customerActor(opened.id, 'Khách', [opened.id]);
});

const by = (change = {}) => ({ code, requestId: randomUUID(), ...change });
const fields = { point: 'Trụ 12/4', power: '5,5' };
const make = (change = {}) => makePaper(deps, clerk, { ...by(), template, fields, ...change });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.reason.code : String(error)),
  );
const row = (id: string) =>
  t.owner.selectFrom('papers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const newestCode = () => sent.at(-1)?.code ?? '';
const askCode = (paperId: string, contact = 'phone') =>
  sendSigningCode(deps, customer, { code, paperId, contact, language: 'vi' });
const sign = async (paperId: string, change = {}) => {
  await askCode(paperId);
  return signByCustomer(deps, customer, { ...by(), paperId, typedCode: newestCode(), ...change });
};

describe('making', () => {
  test('fills the template with the facts of the case and what was typed, and is an event of the case', async () => {
    const { paperId } = await make();
    const made = await row(paperId);
    expect(made).toMatchObject({ kind: 'survey-minutes', state: 'waits_customer', number: `1/BBKS-${code}` });
    const text = await textOf(await deps.files.read(made.sha256));
    expect(text).toContain('Hôm nay, ngày 04 tháng 3 năm 2026, khảo sát cho');
    expect(text).toContain('Điểm đấu nối Trụ 12/4 Công suất 5,5');
    expect(text).toContain(`https://vi-du.vn/kiem-tra-van-ban/${paperId}`);
    const event = await t.owner
      .selectFrom('case_events')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ kind: 'make_paper', actor_id: clerk.id });
    expect(event.data).toMatchObject({ paper: paperId, sha256: made.sha256 });
    expect((await verifyChain(t.db)).breaks).toEqual([]);
  });

  test('the same request twice, or four times at once, is one paper', async () => {
    const request = { ...by(), template, fields };
    const all = await Promise.all([1, 2, 3, 4].map(() => refusal(makePaper(deps, clerk, request))));
    expect(all).toContain('done');
    const again = await makePaper(deps, clerk, request);
    expect(again.replayed).toBe(true);
    expect(await t.owner.selectFrom('papers').select('id').execute()).toEqual([{ id: again.paperId }]);
  });

  test('all that is wrong is said at once, by field', async () => {
    const error = await make({ fields: { power: 'nhiều' } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    if (error instanceof Refused)
      expect(Object.entries(error.fields).map(([name, { code: why }]) => [name, why])).toEqual([
        ['point', 'field_missing'],
        ['power', 'field_no_number'],
      ]);
    expect(await refusal(make({ fields: { ...fields, power: '101' } }))).toBe('field_out_of_range');
    expect(await refusal(make({ template: 'mau-khac' }))).toBe('template_not_found');
  });

  test('a second one of the kind replaces the first, with a reason; the first keeps its row', async () => {
    const first = await make();
    expect(await refusal(make())).toBe('why_replaced');
    const second = await make({ reason: 'Ghi nhầm trụ' });
    expect(await row(first.paperId)).toMatchObject({ state: 'void' });
    expect(await row(second.paperId)).toMatchObject({
      state: 'waits_customer',
      replaces: first.paperId,
      replaced_why: 'Ghi nhầm trụ',
    });
    expect(await refusal(sign(first.paperId))).toBe('paper_void');
  });

  test('one that both have signed is replaced by the head of the unit, and by no clerk', async () => {
    await makeUnitKey(deps, systemActor, 'U1');
    const { paperId } = await make();
    await sign(paperId);
    await signByUnit(deps, head, { ...by(), paperId });
    expect(await refusal(make({ reason: 'Ghi nhầm trụ' }))).toBe('signed_by_all');
    expect(await row(paperId)).toMatchObject({ state: 'complete' });
    await makePaper(deps, head, { ...by(), template, fields, reason: 'Ghi nhầm trụ' });
    expect(await row(paperId)).toMatchObject({ state: 'void' });
  });

  test.each([
    ['crew', 'U1', 'role_may_not'],
    ['clerk', 'U2', 'case_not_found'],
    ['clerk', 'C1', 'paper_of_other_unit'],
  ] as const)('a %s of %s: %s', async (role, unit, reason) => {
    const other = await aStaffMember(t.owner, role, unit);
    expect(await refusal(makePaper(deps, other, { ...by(), template, fields }))).toBe(reason);
  });
});

describe('the customer signs', () => {
  test('the bytes that were issued, with a code sent to a contact of the case', async () => {
    const { paperId } = await make();
    await sign(paperId);
    const { sha256, state } = await row(paperId);
    expect(state).toBe('waits_unit');
    const kept = await t.owner.selectFrom('paper_signatures').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({
      party: 'customer',
      sha256,
      contact_kind: 'phone',
      contact: sent.at(-1)?.contact.to,
      code_id: sent.at(-1)?.id,
    });
  });

  test('with the code that was typed, though a newer one is sent while the act waits', async () => {
    const { paperId } = await make();
    await askCode(paperId);
    const used = sent.at(-1);
    let signing: Promise<unknown> | undefined;
    await t.owner.transaction().execute(async (trx) => {
      await trx.selectFrom('cases').select('id').where('code', '=', code).forUpdate().execute();
      signing = signByCustomer(deps, customer, { ...by(), paperId, typedCode: used?.code ?? '' });
      await vi.waitFor(async () =>
        expect(await t.owner.selectFrom('one_time_codes').select('subject').execute()).toEqual([]),
      );
      t.clock.advance({ hours: 1 });
      await askCode(paperId);
    });
    await signing;
    const kept = await t.owner.selectFrom('paper_signatures').select('code_id').executeTakeFirstOrThrow();
    expect(kept.code_id).toBe(used?.id);
    expect(sent.at(-1)?.id).not.toBe(used?.id);
  });

  test('a retry of the same request is the same signature; a second signature is refused', async () => {
    const { paperId } = await make();
    await askCode(paperId);
    const request = { ...by(), paperId, typedCode: newestCode() };
    await signByCustomer(deps, customer, request);
    expect((await signByCustomer(deps, customer, request)).replayed).toBe(true);
    expect(await refusal(sign(paperId))).toBe('paper_signed_already');
  });

  test('a wrong code, no code, the code of another paper', async () => {
    const { paperId } = await make();
    const other = await aTemplate(t.owner, 'sale-contract', { symbol: 'HDMBD' });
    const second = await make({ template: other });
    await askCode(paperId);
    const ofFirst = newestCode();
    const wrong = ofFirst === '000000' ? '000001' : '000000';
    const tries = (id: string, typedCode: string) =>
      refusal(signByCustomer(deps, customer, { ...by(), paperId: id, typedCode }));
    expect(await tries(paperId, wrong)).toBe('code_wrong');
    expect(await tries(second.paperId, ofFirst)).toBe('code_none_asked');
    expect(await tries(paperId, ofFirst)).toBe('done');
    expect(await refusal(askCode(second.paperId, 'fax'))).toBe('no_such_contact');
  });

  test('a paper of another case is not there', async () => {
    const { paperId } = await make();
    const other = await openOne();
    const stranger = customerActor(other.id, 'Người lạ', [other.id]);
    const asked = { code: other.code, paperId, contact: 'phone', language: 'vi' as const };
    expect(await refusal(sendSigningCode(deps, stranger, asked))).toBe('paper_not_found');
    const both = customerActor(other.id, 'Cả hai', [other.id, customer.id]);
    const request = { code: other.code, requestId: randomUUID(), paperId, typedCode: '000000' };
    expect(await refusal(signByCustomer(deps, both, request))).toBe('paper_not_found');
  });
});

describe('the unit signs', () => {
  test('after the customer, and what it signs carries what the customer signed', async () => {
    await makeUnitKey(deps, systemActor, 'U1');
    const { paperId } = await make();
    expect(await refusal(signByUnit(deps, head, { ...by(), paperId }))).toBe('paper_waits_customer');
    await sign(paperId);
    const request = { ...by(), paperId };
    await signByUnit(deps, head, request);
    expect((await signByUnit(deps, head, request)).replayed).toBe(true);
    const { sha256, signed_sha256, state } = await row(paperId);
    expect(state).toBe('complete');
    const text = await textOf(await deps.files.read(signed_sha256 ?? ''));
    expect(text.replaceAll(' ', '')).toContain(sha256);
    expect(text).toContain('Ký số bởi: Đơn vị U1');
    const documents = await t.owner.selectFrom('case_documents').select(['kind', 'sha256', 'name']).execute();
    expect(documents).toContainEqual({
      kind: 'survey-minutes',
      sha256: signed_sha256,
      name: expect.stringMatching(/^[^/]+\.pdf$/),
    });
    expect(await refusal(signByUnit(deps, head, { ...by(), paperId }))).toBe('paper_complete');
  });

  test('not without a key, nor with one that was retired or has ended', async () => {
    const { paperId } = await make();
    await sign(paperId);
    const trying = () => refusal(signByUnit(deps, head, { ...by(), paperId }));
    expect(await trying()).toBe('unit_has_no_key');
    await makeUnitKey(deps, systemActor, 'U1');
    await retireUnitKey(deps, systemActor, 'U1');
    expect(await trying()).toBe('unit_has_no_key');
    await makeUnitKey(deps, systemActor, 'U1');
    await t.owner
      .updateTable('unit_keys')
      .set({ valid_to: new Date('2026-03-01'), valid_from: new Date('2026-01-01') })
      .execute();
    expect(await trying()).toBe('unit_has_no_key');
  });

  test('only the head of the unit that holds the case', async () => {
    await makeUnitKey(deps, systemActor, 'U1');
    const { paperId } = await make();
    await sign(paperId);
    const director = await aStaffMember(t.owner, 'company_director', 'C1');
    expect(await refusal(signByUnit(deps, clerk, { ...by(), paperId }))).toBe('role_may_not');
    expect(await refusal(signByUnit(deps, director, { ...by(), paperId }))).toBe('paper_of_other_unit');
    await transferCase(t, clerk, { ...by(), toUnit: 'U2', reason: 'nhầm đơn vị' });
    expect(await refusal(signByUnit(deps, head, { ...by(), paperId }))).toBe('case_not_found');
  });

  test('in a step of the company its director, with the key of the company; the unit that wrote it may not', async () => {
    const { path } = await t.owner
      .selectFrom('org_units')
      .select('path')
      .where('code', '=', 'C1')
      .executeTakeFirstOrThrow();
    const company = { level: 'company', unit_code: 'C1', unit_path: path };
    await t.owner.updateTable('case_tasks').set(company).where('state', '=', 'open').execute();
    await makeUnitKey(deps, systemActor, 'C1');
    const director = await aStaffMember(t.owner, 'company_director', 'C1');
    const { paperId } = await make();
    await sign(paperId);
    expect(await refusal(signByUnit(deps, head, { ...by(), paperId }))).toBe('paper_of_other_unit');
    expect(await refusal(signByUnit(deps, director, { ...by(), paperId }))).toBe('done');
    const { signed_sha256 } = await row(paperId);
    expect(await textOf(await deps.files.read(signed_sha256 ?? ''))).toContain('Ký số bởi: Đơn vị C1');
  });
});

test('what the unit before made is not signed by the unit that has the case now', async () => {
  await makeUnitKey(deps, systemActor, 'U1');
  await makeUnitKey(deps, systemActor, 'U2');
  const { paperId } = await make();
  await sign(paperId);
  await transferCase(t, clerk, { ...by(), toUnit: 'U2', reason: 'nhầm đơn vị' });
  await acceptCase(t, await aStaffMember(t.owner, 'clerk', 'U2'), by());
  const other = await aStaffMember(t.owner, 'unit_head', 'U2');
  expect(await refusal(signByUnit(deps, other, { ...by(), paperId }))).toBe('made_by_unit_before');
});

test('a key that was retired is not imported again, and says so', async () => {
  const wanted = { unitCode: 'U1', file: aKeyFile, password: 'matkhau' };
  await importUnitKey(deps, systemActor, wanted);
  await retireUnitKey(deps, systemActor, 'U1');
  expect(await refusal(importUnitKey(deps, systemActor, wanted))).toBe('key_known');
});

describe('who sees', () => {
  test('papers, signatures and codes are seen with their case, keys within the unit', async () => {
    await makeUnitKey(deps, systemActor, 'U1');
    const { paperId } = await make();
    await sign(paperId);
    const other = await aStaffMember(t.owner, 'unit_head', 'U3');
    const seen = (scope: Actor['scope']) =>
      inScope(t.db, scope, async (trx) => [
        (await trx.selectFrom('papers').select('id').execute()).length,
        (await trx.selectFrom('paper_signatures').select('party').execute()).length,
        (await trx.selectFrom('paper_codes').select('paper_id').execute()).length,
        (await trx.selectFrom('unit_keys').select('id').execute()).length,
      ]);
    expect(await seen(head.scope)).toEqual([1, 1, 1, 1]);
    expect(await seen(customer.scope)).toEqual([1, 1, 1, 0]);
    expect(await seen(other.scope)).toEqual([0, 0, 0, 0]);
    expect(await seen(publicScope)).toEqual([0, 0, 0, 0]);
  });

  test('what still waits for a signature holds a step', async () => {
    const { paperId } = await make();
    const taskId = await inScope(
      t.db,
      systemScope,
      async (trx) => (await readCase(trx, code))?.openSteps[0]?.id,
    );
    const complete = () => completeStep(t, clerk, { ...by(), taskId: taskId ?? '', product: 'Biên bản' });
    expect(await refusal(complete())).toBe('papers_unsigned');
    await sign(paperId);
    expect(await refusal(complete())).toBe('papers_unsigned');
    await makeUnitKey(deps, systemActor, 'U1');
    await signByUnit(deps, head, { ...by(), paperId });
    expect(await refusal(complete())).toBe('done');
  });
});
