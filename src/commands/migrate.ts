import { migrate } from '#platform/postgres/migrate.ts';
import { databaseForCommand } from './database.ts';
import { say } from './say.ts';
import { settingsOrRefuse } from './settings.ts';

export async function migrateCommand(): Promise<number> {
  const database = await databaseForCommand(settingsOrRefuse());
  try {
    const applied = await migrate(database.url);
    for (const name of applied) process.stdout.write(`  ${name}\n`);
    say({ vi: `Đã áp dụng ${applied.length} bước`, en: `${applied.length} migrations applied` });
    return 0;
  } finally {
    await database.close();
  }
}
