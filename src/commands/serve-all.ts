import Fastify from 'fastify';
import { openDatabase } from '#platform/postgres/database.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import type { Settings } from '#platform/settings.ts';
import { databaseForServer, lockOrRefuse } from './database.ts';
import { portFreeOrRefuse } from './free-port.ts';
import { say } from './say.ts';
import { seed } from './seed.ts';
import { settingsOrRefuse } from './settings.ts';
import { asked, Shutdown } from './shutdown.ts';

/** Everything in one process: database, web and jobs, until it is asked to end. */
export async function serveAll(): Promise<number> {
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

async function open(settings: Settings, shutdown: Shutdown): Promise<{ ended: Promise<void> }> {
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
  const app = Fastify();
  app.get('/healthz', () => 'ok');
  await app.listen({ port: settings.port, host: settings.host });
  shutdown.add({ vi: 'Đóng trang web', en: 'closing the web server' }, () => app.close());
  say({ vi: 'Sẵn sàng', en: `ready: ${settings.url}` });
  return { ended: database.ended };
}
