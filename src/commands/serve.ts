import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/files/index.ts';
import { startWorker } from '#platform/jobs-worker.ts';
import { openMail } from '#platform/mail/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { openListener } from '#platform/postgres/listener.ts';
import type { Settings } from '#platform/settings.ts';
import { keptSecret } from '#platform/var-folder.ts';
import { buildApp } from '../app.ts';
import type { Shutdown } from './shutdown.ts';
import { crontab, tasks } from './tasks.ts';

type Running = { settings: Settings; db: Database; url: string; shutdown: Shutdown };

/** The web server: pages, forms and live refresh. */
export async function startWeb({ settings, db, url, shutdown }: Running): Promise<void> {
  const folder = join(settings.varFolder, 'files');
  await mkdir(folder, { recursive: true });
  const secret = settings.secret ?? (await keptSecret(settings.varFolder));
  const changes = openListener(url, 'case_changed');
  shutdown.add(null, () => changes.close());
  const app = await buildApp({
    db,
    clock: systemClock,
    files: openFileStore(folder),
    changes,
    settings: { ...settings, secret },
    dist: join(process.cwd(), 'dist'),
  });
  await app.listen({ port: settings.port, host: settings.host });
  shutdown.add({ vi: 'Đóng trang web', en: 'closing the web server' }, () => app.close());
}

/** The jobs: notices, deadlines, reorganisations. */
export async function startJobs({ settings, db, url, shutdown }: Running): Promise<void> {
  const { smtpUrl, mailFrom } = settings;
  const mail = smtpUrl ? openMail({ smtpUrl, from: mailFrom }) : null;
  if (mail) shutdown.add(null, async () => mail.close());
  const worker = await startWorker({
    url,
    tasks: tasks({ db, clock: systemClock, mail }, settings),
    crontab,
    warn: (message) => process.stderr.write(`  ${message}\n`),
  });
  shutdown.add({ vi: 'Dừng công việc nền', en: 'stopping the jobs' }, () => worker.stop());
}
