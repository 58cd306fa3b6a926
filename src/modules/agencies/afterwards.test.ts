import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { withdrawCase } from '#modules/cases/index.ts';
import { noticeTasks } from '#modules/notices/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { asked, aTask, grant } from '#test/a-body.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { readBodySteps } from './console/read-bodies.ts';
import {
  agencyTasks,
  askForMore,
  giveMore,
  handBackTask,
  putAddress,
  receiveTask,
  sendAgain,
} from './index.ts';
import { readLink } from './links.ts';
import { tasksOfDissolved } from './queries-bodies.ts';
import { readTask } from './read-task.ts';

const t = useDb();
const jobs = agencyTasks({ ...t, url: 'http://localhost:3000' });
let found: Crossing;
let officer: Actor;

beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  const drawing = {
    kind: 'drawing',
    name: 've.pdf',
    mime: 'application/pdf',
    bytes: 9,
    sha256: '0'.repeat(64),
  };
  found = await aCrossingCase(t, crossingVersionId, { documents: [drawing] });
});

const ask = (step: string) => asked(t, found.code, step);
const refusal = (code: string) => ({ reason: { code } });
const write = (unit_code: string, email: string) =>
  inScope(t.db, systemScope, (trx) =>
    putAddress(trx, { unit_code, valid_from: '2026-01-01', email, source: 'for tests' }),
  );
/** The token of the newest letter. */
const newestToken = async () => {
  const letter = await t.owner
    .selectFrom('notices')
    .select('body_text')
    .where('kind', '=', 'agency_task')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return /co-quan\/viec\/([\w-]{43})/.exec(letter.body_text)?.[1] ?? '';
};
const byLetter = async (step: string) => {
  await write('P72_SGT', 'vt.sgt@example.com');
  const { taskId } = await aTask(t, found.code, step);
  await jobs.task_sent({ taskId });
  return { taskId, token: await newestToken() };
};
const look = (taskId: string, actor = officer) =>
  inScope(t.db, actor.scope, (trx) => readTask(trx, taskId, t.clock.now()));
const jobsOf = async (task: string) =>
  (
    await sql<{ payload: { cause?: string; kind?: string } }>`
      select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks k on k.id = j.task_id where k.identifier = ${task}`.execute(t.owner)
  ).rows.map(({ payload }) => payload);
const dissolve = async (code: string, into: string) => {
  await t.owner.updateTable('org_units').set({ valid_to: '2026-03-03' }).where('code', '=', code).execute();
  const decision = { code: 'merge', kind: 'merge', on_date: '2026-03-04', definition: '{}', source: 'x' };
  await t.owner.insertInto('reorganisations').values(decision).execute();
  await t.owner
    .insertInto('org_successions')
    .values({ from_code: code, to_code: into, on_date: '2026-03-04', reorganisation_code: 'merge' })
    .execute();
};

describe('when the case ends or the step goes back', () => {
  test('an officer no longer reads the papers of the case', async () => {
    const { taskId } = await aTask(t, found.code, 'position');
    expect((await look(taskId))?.papers).toHaveLength(1);
    await withdrawCase(t, found.customer, { code: found.code, requestId: randomUUID(), reason: '' });
    expect((await look(taskId))?.papers).toEqual([]);
  });

  test('an officer who handed it back no longer reads them', async () => {
    const request = await ask('position');
    await handBackTask(t, officer, { ...request, reason: 'Sai cơ quan' });
    expect((await look(request.taskId))?.papers).toEqual([]);
  });

  test('a link shows nothing after it', async () => {
    const { token } = await byLetter('permit');
    await expect(readLink(t, token)).resolves.toMatchObject({ actor: { unitCode: 'P72_SGT' } });
    await withdrawCase(t, found.customer, { code: found.code, requestId: randomUUID(), reason: '' });
    await expect(readLink(t, token)).rejects.toMatchObject(refusal('link_closed'));
  });
});

describe('who answers for a body', () => {
  test('a body with officers answers itself; one without is written down by the unit', async () => {
    await expect(grant(t, found.clerk, found.code, 'position')).rejects.toMatchObject(
      refusal('body_answers_itself'),
    );
    await grant(t, found.clerk, found.code, 'permit');
  });

  test('a body that lost its officers is reached again', async () => {
    await receiveTask(t, officer, await ask('position'));
    const again = async () => sendAgain(t, found.clerk, { ...(await ask('position')), toUnit: '', note: '' });
    await expect(again()).rejects.toMatchObject({
      ...refusal('still_at_body'),
      facts: { body: 'Sở Xây dựng' },
    });
    await t.owner.updateTable('staff').set({ active: false }).where('unit_code', '=', 'P72_SXD').execute();
    await again();
    const sent = await t.owner.selectFrom('agency_tasks').select('how').executeTakeFirstOrThrow();
    expect(sent.how).toBe('paper');
    await grant(t, found.clerk, found.code, 'position');
  });

  test('a link does nothing on a sending that went elsewhere, nor after a newer one was made', async () => {
    const { token, taskId } = await byLetter('permit');
    const { actor, through } = await readLink(t, token);
    const request = { code: found.code, taskId, through };
    await sendAgain(t, found.clerk, { ...(await ask('permit')), toUnit: '', note: '' });
    t.clock.advance({ hours: 1 });
    await jobs.task_sent({ taskId, cause: 'again' });
    await expect(receiveTask(t, actor, { ...request, requestId: randomUUID() })).rejects.toMatchObject(
      refusal('link_replaced'),
    );
    const newer = await readLink(t, await newestToken());
    await receiveTask(t, newer.actor, { ...request, through: newer.through, requestId: randomUUID() });
    const other = { ...newer.through, attemptId: randomUUID() };
    await expect(
      receiveTask(t, newer.actor, { ...request, through: other, requestId: randomUUID() }),
    ).rejects.toMatchObject(refusal('link_closed'));
  });
});

test('the customer is told which body asks, and whose limit rests', async () => {
  await askForMore(t, officer, {
    ...(await ask('position')),
    what: 'Bản vẽ',
    until: '2026-03-20',
    again: false,
  });
  const linkTo = (code: string) => `http://localhost/${code}`;
  const tell = noticeTasks({ ...t, linkTo, mail: null, sms: null }).tell_customer;
  for (const event of await jobsOf('tell_customer')) await tell(event);
  const told = await t.owner
    .selectFrom('notices')
    .select(['kind', 'body_text'])
    .where('kind', 'like', '%supplement%')
    .executeTakeFirstOrThrow();
  expect(told).toMatchObject({
    kind: 'body_supplement_asked',
    body_text: expect.stringContaining('Sở Xây dựng'),
  });
});

test('after a supplement of an earlier sending the form has the tick that a second one needs', async () => {
  const more = { what: 'Bản vẽ', until: '2026-03-20', again: false };
  await askForMore(t, officer, { ...(await ask('position')), ...more });
  await giveMore(t, found.clerk, { ...(await ask('position')), answer: 'Đây', documents: [] });
  await handBackTask(t, officer, { ...(await ask('position')), reason: 'Sai cơ quan' });
  await sendAgain(t, found.clerk, { ...(await ask('position')), toUnit: 'P72_SGT', note: '' });
  const other = await aStaffMember(t.owner, 'officer', 'P72_SGT');
  const view = await look((await ask('position')).taskId, other);
  expect(view).toMatchObject({ asked: 1, supplements: [] });
});

describe('a body that took over', () => {
  test('within an act: the link of the one before ends, and the new one is told', async () => {
    const { token, taskId } = await byLetter('permit');
    await dissolve('P72_SGT', 'P72_SXD');
    const heir = await aStaffMember(t.owner, 'officer', 'P72_SXD');
    await receiveTask(t, heir, await ask('permit'));
    await expect(readLink(t, token)).rejects.toMatchObject(refusal('link_replaced'));
    expect(await jobsOf('task_sent')).toContainEqual({ taskId, cause: 'moved:P72_SXD' });
  });

  test('by itself: whoever waits for the case is told, as of an act', async () => {
    await dissolve('P72_SGT', 'P72_SXD');
    await t.owner.updateTable('cases').set({ channel: 'portal' }).execute();
    await jobs.follow_dissolved_bodies();
    const moved = expect.objectContaining({ kind: 'agency_moved' });
    expect(await jobsOf('case_moved')).toContainEqual(moved);
    expect(await jobsOf('tell_customer')).toContainEqual(moved);
  });

  test('one step that fails keeps no other from its successor, and is reported', async () => {
    await dissolve('P72_SGT', 'P72_SXD');
    await t.owner
      .updateTable('org_units')
      .set({ valid_to: '2026-03-03' })
      .where('code', '=', 'P72_SCT')
      .execute();
    const heir = { to_code: 'P72_SXD', on_date: '2026-03-04', reorganisation_code: 'merge' };
    await t.owner
      .insertInto('org_successions')
      .values({ from_code: 'P72_SCT', ...heir })
      .execute();
    const steps = await inScope(t.db, systemScope, (trx) => tasksOfDissolved(trx, '2026-03-04'));
    expect(steps).toHaveLength(2);
    await sql`create function fails() returns trigger language plpgsql as $$
      begin raise exception 'no'; end $$`.execute(t.owner);
    await sql`create trigger fails before insert on agency_tasks for each row
      when (new.task_id = ${sql.lit(steps[0]?.id ?? '')}) execute function fails()`.execute(t.owner);
    await expect(jobs.follow_dissolved_bodies()).rejects.toThrow('1 steps');
    const left = await inScope(t.db, systemScope, (trx) => tasksOfDissolved(trx, '2026-03-04'));
    expect(left.map(({ id }) => id)).toEqual([steps[0]?.id]);
  });
});

describe('a letter', () => {
  const story = () =>
    inScope(t.db, found.clerk.scope, async (trx) => readBodySteps(trx, null, found.id, t.clock.now()));
  const linkOf = async () => (await story()).find(({ links }) => links.length > 0)?.links[0];

  test('that could not be delivered is seen with its step', async () => {
    await byLetter('permit');
    expect(await linkOf()).toMatchObject({ delivery: null });
    const { id } = await t.owner
      .selectFrom('notices')
      .select('id')
      .where('kind', '=', 'agency_task')
      .executeTakeFirstOrThrow();
    const failed = { notice_id: id, outcome: 'failed', detail: 'no such mailbox', at: t.clock.now() };
    await t.owner.insertInto('notice_deliveries').values(failed).execute();
    expect(await linkOf()).toMatchObject({ delivery: 'failed' });
  });

  test('to an address that was emptied meanwhile is not said to have been sent', async () => {
    const { taskId } = await byLetter('permit');
    await write('P72_SGT', '');
    await jobs.task_sent({ taskId, cause: 'again' });
    const row = await t.owner.selectFrom('agency_tasks').select('how').executeTakeFirstOrThrow();
    expect(row.how).toBe('paper');
  });
});
