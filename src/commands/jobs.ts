import { Temporal } from 'temporal-polyfill';
import { forgetExpired } from '#modules/accounts/index.ts';
import { recordAlarm, rehomeOpenCases, retimeOpenCases } from '#modules/cases/index.ts';
import { readUtility } from '#modules/catalogue/index.ts';
import { deadlineCrontab, deadlineTasks } from '#modules/deadlines/index.ts';
import { forgetOldDrafts } from '#modules/intake/index.ts';
import { noticeTasks } from '#modules/notices/index.ts';
import {
  organisationCrontab,
  organisationTasks,
  type RehomeOpenCases,
  systemActor,
} from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Tasks } from '#platform/jobs-worker.ts';
import type { Mail } from '#platform/mail/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';

type Deps = { db: Database; clock: Clock; mail: Mail | null; url: string };

/** When what is done by the clock; times are UTC, 18:20 being 01:20 in Viet Nam. */
export const crontab = [deadlineCrontab, organisationCrontab, '20 18 * * * forget_expired'].join('\n');

/** Every job of every module: task name to act. */
export function allTasks({ db, clock, mail, url }: Deps): Tasks {
  const deps = { db, clock };
  return {
    ...deadlineTasks(deps, { recordAlarm, retimeOpenCases }),
    ...organisationTasks({ ...deps, rehomeOpenCases: rehome }, () => todayOfUtility(deps)),
    ...noticeTasks({ ...deps, mail, sms: null, linkTo: (code) => `${url}/theo-doi?ma=${code}` }),
    forget_expired: async () => {
      await forgetExpired(deps);
      await forgetOldDrafts(deps);
    },
  };
}

/** A case does not say in which district it lies, so a split leaves the open cases where they are. */
const rehome: RehomeOpenCases = async (trx, { from, to, at, decision, districts }) => {
  if (!districts) await rehomeOpenCases(trx, systemActor, at, from, to, decision);
};

async function todayOfUtility({ db, clock }: { db: Database; clock: Clock }): Promise<string> {
  const now = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime());
  const on = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  const { timezone } = await inScope(db, systemScope, (trx) => readUtility(trx, on));
  return now.toZonedDateTimeISO(timezone).toPlainDate().toString();
}
