import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aRequest, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { clearAlarms, type RecordAlarm, ringAlarms } from './index.ts';

const { db, owner, clock } = useDb();
const deps = { db, clock };
let id: string;
let told: string[];
const tell: RecordAlarm = async (_, alarm) => {
  told.push(`${alarm.caseId === id ? 'first' : 'second'} ${alarm.level}`);
};

beforeEach(async () => {
  const { serviceVersionId } = await aUtility(owner);
  const open = () => openCase(deps, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  ({ id } = await open());
  await open();
  told = [];
  clock.set('2026-03-11T17:30:00+07:00'); // both warned of and overdue, not yet told higher up
});

test('an alarm that fails keeps no other from ringing, is reported, and rings the next time', async () => {
  const failing: RecordAlarm = async (trx, alarm, now) => {
    if (alarm.caseId === id && alarm.level === 'warning') throw new Error('broken case');
    return tell(trx, alarm, now);
  };
  await expect(ringAlarms(deps, failing)).rejects.toThrow('1 alarms could not ring');
  expect(told.sort()).toEqual(['first overdue', 'second overdue', 'second warning']);
  expect(await ringAlarms(deps, tell)).toBe(1);
  expect(told).toContain('first warning');
});

test('a case somebody is acting on is passed over, not waited for: no act is ever blocked by an alarm', async () => {
  await inScope(db, systemScope, async (trx) => {
    await trx.selectFrom('cases').select('id').where('id', '=', id).forUpdate().execute();
    expect(await ringAlarms(deps, tell)).toBe(2);
    await clearAlarms(trx, id);
  });
  expect(told.sort()).toEqual(['second overdue', 'second warning']);
  expect(await ringAlarms(deps, tell)).toBe(0);
});

test('without a database it fails at once instead of trying for ever', async () => {
  const away = { ...deps, db: db.withSchema('nowhere') };
  await expect(ringAlarms(away, tell)).rejects.not.toBeInstanceOf(AggregateError);
});

test('PostgreSQL itself refuses a second alarm of a level for one due time, and a second ringing', async () => {
  const alarm = await owner
    .selectFrom('deadline_alarms')
    .select(['case_id', 'task_id', 'level', 'at', 'due_at'])
    .where('case_id', '=', id)
    .executeTakeFirstOrThrow();
  await expect(owner.insertInto('deadline_alarms').values(alarm).execute()).rejects.toThrow(
    'deadline_alarms_once',
  );
  expect(await ringAlarms(deps, tell)).toBe(4);
  const again = await inScope(db, systemScope, (trx) =>
    sql`update deadline_alarms set rung_at = null where rung_at is not null`.execute(trx),
  );
  expect(again.numAffectedRows).toBe(0n);
});
