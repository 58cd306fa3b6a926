import { openDatabase } from '#platform/postgres/database.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import type { Settings } from '#platform/settings.ts';
import { databaseForCommand, databaseForServer, lockOrRefuse } from './database.ts';
import { portFreeOrRefuse } from './free-port.ts';
import { openJobs } from './open-jobs.ts';
import { openMailDoors } from './open-mail.ts';
import { openWeb } from './open-web.ts';
import { say } from './say.ts';
import { seed } from './seed.ts';
import { settingsOrRefuse } from './settings.ts';
import { asked, Shutdown } from './shutdown.ts';
import { welcome } from './welcome.ts';

type Open = (settings: Settings, shutdown: Shutdown) => Promise<{ ended: Promise<void> }>;

/** Everything in one process: database, web, jobs and the doors for letters. */
export const serveAll = () => untilAsked(openAll);

/** Only the web server, only the jobs, or only the doors for letters, on a database that `migrate` and `seed` have prepared. */
export const serveWeb = () => untilAsked(openOnly(openWeb));
export const serveJobs = () => untilAsked(openOnly(openJobs));
export const serveMail = () => untilAsked(openOnly(openMailDoors));

async function untilAsked(open: Open): Promise<number> {
  const settings = settingsOrRefuse();
  const shutdown = new Shutdown();
  const end = asked();
  try {
    const { ended } = await open(settings, shutdown);
    const why = await Promise.race([end, ended.then(() => 'database')]);
    if (why !== 'database') return 0;
    process.stderr.write('✗ PostgreSQL đã dừng đột ngột\n  PostgreSQL ended unexpectedly\n');
    return 1;
  } finally {
    await shutdown.close();
  }
}

const openAll: Open = async (settings, shutdown) => {
  shutdown.add(null, await lockOrRefuse(settings));
  await portFreeOrRefuse(settings);
  say({ vi: 'Mở cơ sở dữ liệu', en: 'opening the database' });
  const database = await databaseForServer(settings);
  shutdown.add({ vi: 'Đóng cơ sở dữ liệu', en: 'closing the database' }, database.close);
  const applied = await migrate(database.url);
  if (applied.length > 0)
    say({ vi: `Đã cập nhật ${applied.length} bước`, en: `${applied.length} migrations applied` });
  const db = openDatabase(database.url);
  shutdown.add(null, () => db.destroy());
  await seed(db, settings);
  await openJobs(settings, database.url, db, shutdown);
  await openMailDoors(settings, database.url, db, shutdown);
  await openWeb(settings, database.url, db, shutdown);
  await welcome(settings);
  return { ended: database.ended };
};

const openOnly =
  (part: typeof openWeb): Open =>
  async (settings, shutdown) => {
    const database = await databaseForCommand(settings);
    shutdown.add(null, database.close);
    const db = openDatabase(database.url);
    shutdown.add(null, () => db.destroy());
    await part(settings, database.url, db, shutdown);
    say({ vi: 'Sẵn sàng', en: 'ready' });
    return { ended: database.ended };
  };
