import { join } from 'node:path';
import { openReader } from '#modules/intake/index.ts';
import { systemClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/files/index.ts';
import { startWorker } from '#platform/jobs-worker.ts';
import { hostOf, openMail } from '#platform/mail/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Settings } from '#platform/settings.ts';
import { keptSecret } from '#platform/var-folder.ts';
import type { Shutdown } from './shutdown.ts';
import { crontab, tasks, tasksOfWebhooks } from './tasks.ts';

/** Puts the jobs to work: alarms, letters in and out, reorganisations, tidying; and webhooks, with a worker of their own. */
export async function openJobs(
  settings: Settings,
  url: string,
  db: Database,
  shutdown: Shutdown,
): Promise<void> {
  const { smtpUrl, mailFrom } = settings;
  const mail = smtpUrl ? openMail({ smtpUrl, from: mailFrom }) : null;
  const warn = (message: string) => process.stderr.write(`${message}\n`);
  const reader = openReader();
  const letters = { ...(await lettersOf(settings)), reader, warn };
  const deps = { db, clock: systemClock, mail, letters };
  const worker = await startWorker({ url, tasks: tasks(deps, settings), crontab, warn });
  shutdown.add({ vi: 'Dừng việc nền', en: 'stopping the jobs' }, () =>
    worker.stop().finally(() => {
      mail?.close();
      return reader.close();
    }),
  );
  const outgoing = tasksOfWebhooks(deps, { ...settings, secret: letters.secret });
  const messenger = await startWorker({ url, tasks: outgoing, concurrency: 4, warn });
  shutdown.add(null, () => messenger.stop());
}

/** What reading a letter needs beside database and clock. */
export const lettersOf = async (settings: Settings) => ({
  files: openFileStore(join(settings.varFolder, 'files'), { most: settings.mailIn.mostBytes }),
  secret: settings.secret ?? (await keptSecret(settings.varFolder)),
  addresses: settings.mailIn.addresses,
  host: hostOf(settings.mailFrom),
});
