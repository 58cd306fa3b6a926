import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { markRung, takeAlarm } from './queries.ts';
import { type Level, levels } from './rules/milestones.ts';

export type RungAlarm = { caseId: string; taskId: string | null; level: Level; dueAt: Date };
/** Writes the event on the case and tells whom it concerns, in the transaction that marks the alarm as rung. */
export type RecordAlarm = (trx: Trx, alarm: RungAlarm, now: Date) => Promise<void>;

/** Rings every alarm that is due, each in a transaction of its own; returns how many. Any number of workers may ring at once. */
export async function ringAlarms(deps: { db: Database; clock: Clock }, record: RecordAlarm): Promise<number> {
  for (let rung = 0; ; rung += 1) if (!(await ringNext(deps, record))) return rung;
}

const ringNext = ({ db, clock }: { db: Database; clock: Clock }, record: RecordAlarm): Promise<boolean> =>
  inScope(db, systemScope, async (trx) => {
    const now = clock.now();
    const alarm = await takeAlarm(trx, now);
    if (!alarm) return false;
    await markRung(trx, alarm.id, now);
    const level = levels.find((known) => known === alarm.level);
    if (level)
      await record(trx, { caseId: alarm.case_id, taskId: alarm.task_id, level, dueAt: alarm.due_at }, now);
    return true;
  });
