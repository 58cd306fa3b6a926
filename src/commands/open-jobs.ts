import { systemClock } from '#platform/clock.ts';
import { startWorker } from '#platform/jobs-worker.ts';
import { openMail } from '#platform/mail/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Settings } from '#platform/settings.ts';

import type { Shutdown } from './shutdown.ts';
import { crontab, tasks } from './tasks.ts';

/** Puts the jobs to work: alarms, letters, reorganisations, tidying. */
export async function openJobs(
  settings: Settings,
  url: string,
  db: Database,
  shutdown: Shutdown,
): Promise<void> {
  const { smtpUrl, mailFrom } = settings;
  const mail = smtpUrl ? openMail({ smtpUrl, from: mailFrom }) : null;
  const warn = (message: string) => process.stderr.write(`${message}\n`);
  const worker = await startWorker({
    url,
    tasks: tasks({ db, clock: systemClock, mail }, settings),
    crontab,
    warn,
  });
  shutdown.add({ vi: 'Dừng việc nền', en: 'stopping the jobs' }, () =>
    worker.stop().finally(() => mail?.close()),
  );
}
