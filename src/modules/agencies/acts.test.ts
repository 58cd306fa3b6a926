import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { completeStep, readCase, verifyChain } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aPaper, asked, aTask, grant, takeOn } from '#test/a-body.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import {
  acceptTask,
  approveTask,
  askForMore,
  giveMore,
  handBackTask,
  receiveTask,
  refuseTask,
  sendAgain,
  stopCase,
} from './index.ts';

const t = useDb();
let made: Crossing;
let officer: Actor;
let other: Actor;
let code: string;

beforeEach(async () => {
  await aUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  other = await aStaffMember(t.owner, 'officer', 'P72_SCT');
  made = await aCrossingCase(t, crossingVersionId);
  code = made.code;
});

const see = async () => {
  const found = await inScope(t.db, systemScope, (trx) => readCase(trx, code));
  if (!found) throw new Error('no such case');
  return found;
};
const step = async (name: string) => {
  const found = (await see()).steps.find(({ step_code }) => step_code === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
};
const attempts = () => t.owner.selectFrom('agency_tasks').selectAll().orderBy('attempt').execute();
const turnOf = async (name: string) =>
  (
    await t.owner
      .selectFrom('case_turns')
      .select(['party', 'unit_code'])
      .where('step_code', '=', name)
      .where('ended_at', 'is', null)
      .execute()
  )[0];
const refusal = (reason: string) => ({ reason: { code: reason } });
const more = { what: 'Bản vẽ rõ hơn', until: '2026-03-20', again: false };
const answer = { answer: 'Đã gửi', documents: [aPaper('ban-ve.pdf')] };

describe('a body goes on with its step', () => {
  test('it acknowledges, takes on and grants; the step is done with number, day and document', async () => {
    await receiveTask(t, officer, await asked(t, code, 'position'));
    t.clock.advance({ hours: 1 });
    await takeOn(t, officer, code, 'position');
    await grant(t, officer, code, 'position');
    expect(await step('position')).toMatchObject({ state: 'done', product: '12/position, 02/03/2026' });
    const [row] = await attempts();
    expect(row).toMatchObject({
      how: 'system',
      decision: 'approved',
      document_date: '2026-03-02',
      recorded_by_unit: false,
    });
    expect(row?.accepted_at?.getTime()).toBe((row?.received_at?.getTime() ?? 0) + 3_600_000);
    const kinds = (await see()).events.map(({ kind }) => kind);
    expect(kinds.slice(-3)).toEqual(['agency_receive', 'agency_accept', 'agency_approve']);
    expect((await verifyChain(t.db)).breaks).toEqual([]);
  });

  test('a retry is the same act; another request is told who was first', async () => {
    const request = await asked(t, code, 'position');
    await receiveTask(t, officer, request);
    expect(await receiveTask(t, officer, request)).toMatchObject({ replayed: true });
    await expect(receiveTask(t, officer, { ...request, requestId: randomUUID() })).rejects.toMatchObject({
      ...refusal('already_received'),
      facts: { who: 'officer P72_SXD' },
    });
    await takeOn(t, officer, code, 'position');
    await expect(takeOn(t, officer, code, 'position')).rejects.toMatchObject(refusal('already_accepted'));
  });

  test('who answers twice is told that the first answer counts, at once or at the same moment', async () => {
    const { taskId } = await aTask(t, code, 'position');
    const approval = { number: '1', date: '2026-03-02', note: '', documents: [aPaper()] };
    const twice = await Promise.allSettled(
      [1, 2].map(() => approveTask(t, officer, { code, taskId, requestId: randomUUID(), ...approval })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      refuseTask(t, officer, { code, taskId, requestId: randomUUID(), reason: 'x', documents: [aPaper()] }),
    ).rejects.toMatchObject(refusal('agency_not_asked'));
    expect(await attempts()).toHaveLength(1);
  });

  test('an answer needs its number, a real day and its document; nothing is written without', async () => {
    const good = { number: '1', date: '2026-03-02', note: '', documents: [aPaper()] };
    const wrong = [
      [{ number: ' ' }, 'number_needed'],
      [{ date: '2026-02-30' }, 'date_wrong'],
      [{ date: '2026-03-05' }, 'date_wrong'],
      [{ documents: [] }, 'file_needed'],
    ] as const;
    for (const [change, reason] of wrong)
      await expect(
        approveTask(t, officer, { ...(await asked(t, code, 'position')), ...good, ...change }),
      ).rejects.toMatchObject(refusal(reason));
    expect(await attempts()).toEqual([]);
  });
});

describe('a body asks for more', () => {
  test('its clock rests and the others work on; with the answer it goes on', async () => {
    const due = (await step('position')).due_at;
    await askForMore(t, officer, { ...(await asked(t, code, 'position')), ...more });
    expect(await turnOf('position')).toEqual({ party: 'customer', unit_code: null });
    expect((await step('position')).due_at).toBeNull();
    expect(await turnOf('planning')).toEqual({ party: 'agency', unit_code: 'P72_SCT' });
    expect((await see()).state).toBe('accepted');
    t.clock.advance({ hours: 48 });
    await giveMore(t, made.customer, { ...(await asked(t, code, 'position')), ...answer });
    expect(await turnOf('position')).toEqual({ party: 'agency', unit_code: 'P72_SXD' });
    expect((await step('position')).due_at?.getTime()).toBeGreaterThan(due?.getTime() ?? 0);
    await expect(
      giveMore(t, made.customer, { ...(await asked(t, code, 'position')), ...answer }),
    ).rejects.toMatchObject(refusal('nothing_asked'));
  });

  test('a second time only when they know that it makes the dossier late', async () => {
    await askForMore(t, officer, { ...(await asked(t, code, 'position')), ...more });
    await expect(
      askForMore(t, officer, { ...(await asked(t, code, 'position')), ...more, again: true }),
    ).rejects.toMatchObject(refusal('supplement_open'));
    await giveMore(t, made.clerk, { ...(await asked(t, code, 'position')), ...answer });
    await expect(
      askForMore(t, officer, { ...(await asked(t, code, 'position')), ...more }),
    ).rejects.toMatchObject(refusal('second_supplement'));
    await askForMore(t, officer, { ...(await asked(t, code, 'position')), ...more, again: true });
    const rows = await t.owner.selectFrom('agency_supplements').select(['ordinal', 'counts_late']).execute();
    expect(rows).toEqual([
      { ordinal: 1, counts_late: false },
      { ordinal: 2, counts_late: true },
    ]);
  });
});

describe('a body refuses or hands back', () => {
  test('the step is the unit’s, whose clock runs; sent again, it is a new attempt with a new limit', async () => {
    expect((await see()).due_at).toBeNull();
    await handBackTask(t, officer, { ...(await asked(t, code, 'position')), reason: 'Sai cơ quan' });
    expect(await turnOf('position')).toEqual({ party: 'unit', unit_code: 'U1' });
    expect((await see()).due_at).not.toBeNull();
    expect((await step('position')).due_at).toBeNull();
    t.clock.advance({ hours: 24 });
    const again = { ...(await asked(t, code, 'position')), toUnit: 'P72_SGT', note: '' };
    await sendAgain(t, made.clerk, again);
    expect(await turnOf('position')).toEqual({ party: 'agency', unit_code: 'P72_SGT' });
    expect((await see()).due_at).toBeNull();
    expect(await step('position')).toMatchObject({ unit_code: 'P72_SGT', opened_at: t.clock.now() });
    expect((await attempts()).map(({ unit_code, decision }) => [unit_code, decision])).toEqual([
      ['P72_SXD', 'handed_back'],
      ['P72_SGT', null],
    ]);
    await expect(receiveTask(t, officer, await asked(t, code, 'position'))).rejects.toMatchObject(
      refusal('case_not_found'),
    );
  });

  test('after a refusal the unit may stop the case, and only then', async () => {
    const reason = 'Không thể lắp trạm ở đây';
    await expect(
      stopCase(t, made.clerk, { ...(await asked(t, code, 'position')), reason }),
    ).rejects.toMatchObject(refusal('not_refused'));
    await expect(
      sendAgain(t, made.clerk, { ...(await asked(t, code, 'position')), toUnit: '', note: '' }),
    ).rejects.toMatchObject(refusal('still_at_body'));
    await refuseTask(t, officer, { ...(await asked(t, code, 'position')), reason, documents: [aPaper()] });
    await stopCase(t, made.clerk, { ...(await asked(t, code, 'position')), reason });
    expect(await see()).toMatchObject({ state: 'declined', closures: [{ kind: 'declined', reason }] });
  });

  test('to a body of the same province that is there, and no other', async () => {
    await handBackTask(t, officer, { ...(await asked(t, code, 'position')), reason: 'Thiếu bản vẽ' });
    for (const toUnit of ['U1', 'P72_HCC', 'NOBODY'])
      await expect(
        sendAgain(t, made.clerk, { ...(await asked(t, code, 'position')), toUnit, note: '' }),
      ).rejects.toMatchObject(refusal('body_unknown'));
    await sendAgain(t, made.clerk, { ...(await asked(t, code, 'position')), toUnit: '', note: 'Đã bổ sung' });
    expect(await turnOf('position')).toEqual({ party: 'agency', unit_code: 'P72_SXD' });
  });
});

describe('who may not', () => {
  test('an officer of another body sees nothing of it; nor does somebody of the utility act as the body', async () => {
    await receiveTask(t, officer, await asked(t, code, 'position'));
    const request = await asked(t, code, 'position');
    for (const act of [receiveTask, acceptTask])
      await expect(act(t, other, request)).rejects.toMatchObject(refusal('case_not_found'));
    // The step of their own opens the case to them, and no step of anybody else.
    await receiveTask(t, other, await asked(t, code, 'planning'));
    const rows = (actor: Actor) =>
      inScope(t.db, actor.scope, async (trx) => ({
        cases: (await trx.selectFrom('cases').select('id').execute()).length,
        tasks: (await trx.selectFrom('case_tasks').select('step_code').execute()).map((row) => row.step_code),
        sent: (await trx.selectFrom('agency_tasks').select('unit_code').execute()).map(
          (row) => row.unit_code,
        ),
      }));
    expect(await rows(other)).toEqual({ cases: 0, tasks: ['planning'], sent: ['P72_SCT'] });
    expect(await rows(officer)).toEqual({ cases: 0, tasks: ['position'], sent: ['P72_SXD'] });
    expect((await rows(made.clerk)).sent.sort()).toEqual(['P72_SCT', 'P72_SXD']);
    const stranger = await aStaffMember(t.owner, 'clerk', 'U3');
    expect(await rows(stranger)).toEqual({ cases: 0, tasks: [], sent: [] });
    await expect(receiveTask(t, made.clerk, await asked(t, code, 'position'))).rejects.toMatchObject(
      refusal('role_may_not'),
    );
  });

  test('the unit completes no step of a body, and records what came on paper as such', async () => {
    const request = await asked(t, code, 'permit');
    await expect(completeStep(t, made.clerk, { ...request, product: 'x' })).rejects.toMatchObject(
      refusal('step_of_agency'),
    );
    await grant(t, made.clerk, code, 'permit');
    expect(await attempts()).toMatchObject([{ decision: 'approved', recorded_by_unit: true }]);
    const last = (await see()).events.at(-1)?.data;
    expect(last).toMatchObject({ step: 'permit', recorded_by_unit: true });
  });
});
