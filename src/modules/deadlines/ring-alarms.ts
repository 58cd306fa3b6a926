import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { markRung, nextAlarm } from './queries.ts';
import { type Level, levels } from './rules/milestones.ts';

export type RungAlarm = {
  caseId: string;
  /** null: the case itself is meant. */
  taskId: string | null;
  step: string | null;
  level: Level;
  dueAt: Date;
};
/** Writes the event on the case and tells whom it concerns, in the transaction that marks the alarm as rung. */
export type RecordAlarm = (trx: Trx, alarm: RungAlarm, now: Date) => Promise<void>;

type Deps = { db: Database; clock: Clock };

/**
 * Rings every alarm that is due, each in a transaction of its own; returns how many. Any number of workers may ring at
 * once. One that fails keeps none of the others from ringing: it is reported at the end, and tried again the next time.
 */
export async function ringAlarms(deps: Deps, record: RecordAlarm): Promise<number> {
  const failed: number[] = [];
  const failures: unknown[] = [];
  for (let rung = 0; ; ) {
    let tried: number | undefined;
    try {
      const done = await ringNext(deps, record, failed, (id) => {
        tried = id;
      });
      if (done === 'none') return report(rung, failures);
      if (done === 'rung') rung += 1;
    } catch (error) {
      // Without an alarm in hand it is the database that failed, not a case.
      if (tried === undefined) throw error;
      failed.push(tried);
      failures.push(error);
    }
  }
}

function report(rung: number, failures: unknown[]): number {
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} alarms could not ring`);
  return rung;
}

const ringNext = (deps: Deps, record: RecordAlarm, except: readonly number[], trying: (id: number) => void) =>
  inScope(deps.db, systemScope, async (trx) => {
    const now = deps.clock.now();
    const alarm = await nextAlarm(trx, now, except);
    if (!alarm) return 'none';
    trying(alarm.id);
    if (!(await markRung(trx, alarm.id, now))) return 'gone';
    const { case_id: caseId, task_id: taskId, step_code: step, due_at: dueAt } = alarm;
    const level = levels.find((known) => known === alarm.level);
    if (level) await record(trx, { caseId, taskId, step, level, dueAt }, now);
    return 'rung';
  });
