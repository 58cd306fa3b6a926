import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ringAlarms } from '#modules/deadlines/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import {
  acceptCase,
  askSupplement,
  openCase,
  readCase,
  receiveSupplement,
  recordAlarm,
  retimeOpenCases,
  verifyChain,
  withdrawCase,
} from './index.ts';

const { db, owner, clock } = useDb();
const deps = { db, clock };
let clerk: Actor;
let code: string;
let id: string;

beforeEach(async () => {
  const { serviceVersionId } = await aUtility(owner);
  clerk = await aStaffMember(owner, 'clerk');
  ({ code, id } = await openCase(deps, customerActor('web', 'Khách', []), aRequest(serviceVersionId)));
});

const by = () => ({ code, requestId: randomUUID() });
const see = async () => (await inScope(db, systemScope, (trx) => readCase(trx, code)))!;
const rung = async () =>
  (await see()).events.filter(({ actor_kind }) => actor_kind === 'system').map(({ kind }) => kind);

async function aNewerCalendar(dayOff: string): Promise<void> {
  const old = await owner.selectFrom('calendar_versions').selectAll().executeTakeFirstOrThrow();
  const definition = {
    ...Object(old.definition),
    exceptions: [{ date: dayOff, intervals: [], name: { vi: 'Nghỉ bão', en: 'Storm' }, source: 'test' }],
  };
  await owner
    .insertInto('calendar_versions')
    .values({
      calendar_code: old.calendar_code,
      version: 2,
      definition: JSON.stringify(definition),
      loaded_at: clock.now(),
    })
    .execute();
}

describe('alarms', () => {
  test('each level rings once, however many workers ring', async () => {
    clock.set('2026-03-20T09:00:00+07:00');
    const counts = await Promise.all([1, 2, 3].map(() => ringAlarms(deps, recordAlarm)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(4);
    expect(await ringAlarms(deps, recordAlarm)).toBe(0);
    expect((await rung()).sort()).toEqual([
      'escalated_to_company',
      'escalated_to_corporation',
      'overdue',
      'warning',
    ]);
    expect((await verifyChain(db)).breaks).toEqual([]);
  });

  test('a step has its own, a supplement moves them, the end of the case clears them', async () => {
    await acceptCase(deps, clerk, by());
    clock.set('2026-03-06T16:30:00+07:00');
    await ringAlarms(deps, recordAlarm);
    expect(await rung()).toEqual(['warning']); // of the survey, two working days
    await askSupplement(deps, clerk, { ...by(), what: 'x', until: '2026-05-01' });
    clock.set('2026-04-20T09:00:00+07:00');
    expect(await ringAlarms(deps, recordAlarm)).toBe(0);
    await withdrawCase(deps, customerActor('c', 'Khách', [id]), { ...by(), reason: '' });
    clock.set('2026-05-20T09:00:00+07:00');
    expect(await ringAlarms(deps, recordAlarm)).toBe(0);
  });
});

test('what rang for a due time does not ring again when that time is counted anew and stays', async () => {
  await acceptCase(deps, clerk, by());
  clock.set('2026-03-06T16:30:00+07:00');
  await ringAlarms(deps, recordAlarm);
  await askSupplement(deps, clerk, { ...by(), what: 'x', until: '2026-05-01' });
  clock.advance({ minutes: 5 });
  await receiveSupplement(deps, customerActor('c', 'Khách', [id]), { ...by(), answer: 'y', documents: [] });
  expect((await see()).openSteps[0]?.due_at?.toISOString()).toBe('2026-03-06T10:00:00.000Z');
  expect(await ringAlarms(deps, recordAlarm)).toBe(0);
  clock.set('2026-03-06T17:30:00+07:00');
  await ringAlarms(deps, recordAlarm);
  expect(await rung()).toEqual(['warning', 'overdue']);
});

describe('a calendar that changes', () => {
  test('elsewhere moves nothing and writes nothing on the timeline', async () => {
    const before = await see();
    await aNewerCalendar('2027-03-05');
    expect(await retimeOpenCases(deps, 'field-work')).toBe(0);
    const after = await see();
    expect(after.events).toHaveLength(before.events.length);
    expect(after.due_at).toEqual(before.due_at);
  });

  test('moves what runs, keeps what was told, and does so once', async () => {
    await acceptCase(deps, clerk, by());
    const before = await see();
    await aNewerCalendar('2026-03-05');
    expect(await retimeOpenCases(deps, 'field-work')).toBe(1);
    expect(await retimeOpenCases(deps, 'field-work')).toBe(0);
    const after = await see();
    expect(after.due_at?.toISOString()).toBe('2026-03-12T10:00:00.000Z');
    expect(after.due_derivation).toMatchObject({
      calendar: { version: 2 },
      daysOff: [{ date: '2026-03-05' }],
    });
    expect(after.events.at(-1)).toMatchObject({
      kind: 'retimed',
      data: {
        before: before.due_derivation,
        after: after.due_derivation,
        steps: [
          {
            code: 'survey',
            before: before.openSteps[0]?.derivation,
            after: after.openSteps[0]?.derivation,
          },
        ],
      },
    });
    expect(after.openSteps[0]?.due_at?.toISOString()).toBe('2026-03-09T10:00:00.000Z');
    expect((await verifyChain(db)).breaks).toEqual([]);
  });
});
