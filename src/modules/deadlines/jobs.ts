import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { type RecordAlarm, ringAlarms } from './ring-alarms.ts';

type Deps = { db: Database; clock: Clock };
/** What the cases do when a term rings or a calendar changes; given by whoever starts the worker, for cases know deadlines. */
type Ports = {
  recordAlarm: RecordAlarm;
  retimeOpenCases: (deps: Deps, calendarCode: string) => Promise<number>;
};

const changed = z.object({ calendar: z.string() });

export const deadlineCrontab = '* * * * * ring_alarms';

/** Task name to act. */
export const deadlineTasks = (deps: Deps, { recordAlarm, retimeOpenCases }: Ports) => ({
  ring_alarms: async () => {
    await ringAlarms(deps, recordAlarm);
  },
  retime_cases: async (payload: unknown) => {
    await retimeOpenCases(deps, changed.parse(payload).calendar);
  },
});
