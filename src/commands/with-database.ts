import { type Database, openDatabase } from '#platform/postgres/database.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import type { Settings } from '#platform/settings.ts';
import { databaseForCommand } from './database.ts';
import { settingsOrRefuse } from './settings.ts';

/** For an operator's command: the database in today's shape, closed afterwards whatever happens. */
export async function withDatabase<T>(
  work: (db: Database, settings: Settings, url: string) => Promise<T>,
): Promise<T> {
  const settings = settingsOrRefuse();
  const database = await databaseForCommand(settings);
  try {
    await migrate(database.url);
    const db = openDatabase(database.url, { connections: 3 });
    return await work(db, settings, database.url).finally(() => db.destroy());
  } finally {
    await database.close();
  }
}
