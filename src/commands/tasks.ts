import { forgetExpired, forgetOldCodes } from '#modules/accounts/index.ts';
import { agencyCrontab, agencyTasks } from '#modules/agencies/index.ts';
import { recordAlarm, rehomeOpenCases, retimeOpenCases } from '#modules/cases/index.ts';
import { deadlineCrontab, deadlineTasks } from '#modules/deadlines/index.ts';
import { dossierCrontab, dossierTasks, portalTasks } from '#modules/dossiers/index.ts';
import {
  forgetOldDrafts,
  mailCrontab,
  mailTasks,
  mailThreads,
  type ReadMailsDeps,
} from '#modules/intake/index.ts';
import { noticeTasks } from '#modules/notices/index.ts';
import { organisationCrontab, organisationTasks, systemActor } from '#modules/organisation/index.ts';
import { forgetOldAnswers, sealerFrom, tellSubscribersOf, webhookTasks } from '#modules/webhooks/index.ts';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Tasks } from '#platform/jobs-worker.ts';
import type { Mail } from '#platform/mail/index.ts';
import { postOutside } from '#platform/outside/post-outside.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Settings } from '#platform/settings.ts';

type Deps = { db: Database; clock: Clock; mail: Mail | null; letters?: Omit<ReadMailsDeps, 'db' | 'clock'> };

/** When what is done by the clock, in UTC. */
export const crontab = [
  deadlineCrontab,
  organisationCrontab,
  mailCrontab,
  dossierCrontab,
  agencyCrontab,
  '23 3 * * * forget_old',
].join('\n');

/** Every job there is, task name to act; here the modules that may not know each other are tied together. */
export function tasks(deps: Deps, settings: Settings): Tasks {
  const { db, clock, mail, letters } = deps;
  const linkTo = (code: string) => `${settings.url}/theo-doi?ma=${code}`;
  const threads = letters ? { threads: mailThreads(letters) } : {};
  const notices = noticeTasks({ db, clock, mail, sms: null, linkTo, ...threads });
  const tellSubscribers = tellSubscribersOf({ db, clock });
  return {
    ...deadlineTasks({ db, clock }, { recordAlarm, retimeOpenCases }),
    ...notices,
    // One job an act tells the customer and the subscribers; each is told once however often it runs, and neither waits for the other.
    tell_customer: async (payload) => {
      const told = await Promise.allSettled([notices.tell_customer(payload), tellSubscribers(payload)]);
      for (const result of told) if (result.status === 'rejected') throw result.reason;
    },
    ...dossierTasks({ db, clock }),
    ...agencyTasks({ db, clock, url: settings.url }),
    ...(letters ? mailTasks({ db, clock, ...letters }) : {}),
    ...organisationTasks(
      {
        db,
        clock,
        // A split by districts leaves open cases with the old unit: cases do not know their district, people transfer them.
        rehomeOpenCases: async (trx, { districts, at, from, to, decision }) =>
          districts ? 0 : rehomeOpenCases(trx, systemActor, at, from, to, decision),
      },
      () => todayOf(clock),
    ),
    forget_old: async () => {
      await forgetExpired({ db, clock });
      await forgetOldCodes({ db, clock });
      await forgetOldDrafts({ db, clock });
      await forgetOldAnswers({ db, clock });
    },
  };
}

/** What goes to receivers who may be slow or silent: for a worker of its own, so that letters and alarms never wait for them. */
export function tasksOfWebhooks({ db, clock }: Deps, settings: Settings & { secret: string }): Tasks {
  const { secret, webhookAllowPrivate: allowPrivate } = settings;
  const outside = { db, clock, sealer: sealerFrom(secret), allowPrivate, post: postOutside };
  return { ...webhookTasks({ ...outside, chance: Math.random }), ...portalTasks(outside) };
}
