import { join } from 'node:path';
import pg from 'pg';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
import type { Settings } from '#platform/settings.ts';
import { FolderInUse, lockFolder } from '#platform/var-folder.ts';
import { CommandRefused, say } from './say.ts';

export type OpenedDatabase = { url: string; ended: Promise<void>; close(): Promise<void> };

const databaseName = 'motcua';
const never = new Promise<void>(() => {});

/** For a server, which has locked the folder: the embedded PostgreSQL, or the one that was named. */
export function databaseForServer(settings: Settings): Promise<OpenedDatabase> {
  return settings.databaseUrl ? given(settings.databaseUrl) : embedded(settings);
}

/** For a command: the database of the server that runs, otherwise its own for as long as it takes. */
export async function databaseForCommand(settings: Settings): Promise<OpenedDatabase> {
  if (settings.databaseUrl) return given(settings.databaseUrl);
  const urlOf = await runningEmbeddedPostgres(embeddedFolder(settings));
  return urlOf
    ? { url: urlOf(databaseName), ended: never, close: async () => {} }
    : databaseForServer(settings);
}

const embeddedFolder = ({ varFolder }: Settings) => join(varFolder, 'postgres');

async function embedded(settings: Settings): Promise<OpenedDatabase> {
  const server = await startEmbeddedPostgres(embeddedFolder(settings));
  if (server.home !== embeddedFolder(settings)) {
    say({
      vi: `Thư mục này đóng với tài khoản của PostgreSQL, nên dữ liệu nằm ở ${server.home}`,
      en: `this folder is closed to PostgreSQL's account, so the data lie in ${server.home}`,
    });
  }
  await createIfMissing(server.url);
  return { url: server.urlOf(databaseName), ended: server.exited, close: server.stop };
}

async function createIfMissing(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (rowCount === 0) await client.query(`create database ${databaseName}`);
  await client.end();
}

async function given(url: string): Promise<OpenedDatabase> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(rows[0]?.version) < 150000) throw new Error('PostgreSQL 15 is the oldest that will do');
  } catch (error) {
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new CommandRefused([
      {
        vi: `DATABASE_URL: không dùng được cơ sở dữ liệu này (${why}). Kiểm tra máy chủ, tên, mật khẩu; hoặc bỏ DATABASE_URL để dùng PostgreSQL đi kèm.`,
        en: `DATABASE_URL: this database cannot be used (${why}). Check host, name and password; or leave DATABASE_URL out to use the PostgreSQL that comes along.`,
      },
    ]);
  } finally {
    await client.end().catch(() => {});
  }
  return { url, ended: never, close: async () => {} };
}

/** Two servers on one folder would each believe the database to be theirs. */
export async function lockOrRefuse({ varFolder }: Settings): Promise<() => Promise<void>> {
  try {
    return await lockFolder(varFolder);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new CommandRefused([
      {
        vi: `Motcua đã chạy ở thư mục ${varFolder} (tiến trình ${error.pid}). Dừng nó trước, hoặc đặt MOTCUA_VAR và PORT khác.`,
        en: `Motcua is already running on ${varFolder} (process ${error.pid}). Stop that one first, or give this one another MOTCUA_VAR and PORT.`,
      },
    ]);
  }
}
