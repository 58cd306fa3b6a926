import { systemClock } from '#platform/clock.ts';
import { startWorker } from '#platform/jobs-worker.ts';
import { openMail } from '#platform/mail/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Settings } from '#platform/settings.ts';
import { keptSecret } from '#platform/var-folder.ts';
import type { Shutdown } from './shutdown.ts';
import { crontab, tasks, tasksOfWebhooks } from './tasks.ts';

/** Puts the jobs to work: alarms, letters, reorganisations, tidying; and webhooks, with a worker of their own. */
export async function openJobs(
  settings: Settings,
  url: string,
  db: Database,
  shutdown: Shutdown,
): Promise<void> {
  const { smtpUrl, mailFrom } = settings;
  const mail = smtpUrl ? openMail({ smtpUrl, from: mailFrom }) : null;
  const warn = (message: string) => process.stderr.write(`${message}\n`);
  const deps = { db, clock: systemClock, mail };
  const secret = settings.secret ?? (await keptSecret(settings.varFolder));
  const worker = await startWorker({ url, tasks: tasks(deps, settings), crontab, warn });
  shutdown.add({ vi: 'Dừng việc nền', en: 'stopping the jobs' }, () =>
    worker.stop().finally(() => mail?.close()),
  );
  const outgoing = tasksOfWebhooks(deps, { ...settings, secret });
  const messenger = await startWorker({ url, tasks: outgoing, concurrency: 4, warn });
  shutdown.add(null, () => messenger.stop());
}
