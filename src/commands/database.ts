import { join } from 'node:path';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
import { whyUnusable } from '#platform/postgres/usable.ts';
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
  const server = await startEmbeddedPostgres(embeddedFolder(settings), { database: databaseName });
  if (server.home !== embeddedFolder(settings)) {
    say({
      vi: `Thư mục này đóng với tài khoản của PostgreSQL, nên dữ liệu nằm ở ${server.home}`,
      en: `this folder is closed to PostgreSQL's account, so the data lie in ${server.home}`,
    });
  }
  return { url: server.urlOf(databaseName), ended: server.exited, close: server.stop };
}

async function given(url: string): Promise<OpenedDatabase> {
  const why = await whyUnusable(url);
  if (why === null) return { url, ended: never, close: async () => {} };
  throw new CommandRefused([
    {
      vi: `DATABASE_URL: không dùng được cơ sở dữ liệu này (${why}). Kiểm tra máy chủ, tên, mật khẩu; hoặc bỏ DATABASE_URL để dùng PostgreSQL đi kèm.`,
      en: `DATABASE_URL: this database cannot be used (${why}). Check host, name and password; or leave DATABASE_URL out to use the PostgreSQL that comes along.`,
    },
  ]);
}

/** Two servers on one folder would each believe the database to be theirs. */
export async function lockOrRefuse({ varFolder }: Settings): Promise<() => Promise<void>> {
  try {
    return await lockFolder(varFolder);
  } catch (error) {
    if (error instanceof FolderInUse) throw inUse(varFolder, error.pid);
    if (error instanceof Error && 'code' in error) throw notWritable(varFolder, String(error.code));
    throw error;
  }
}

const inUse = (folder: string, pid: number) =>
  new CommandRefused([
    {
      vi: `Motcua đã chạy ở thư mục ${folder} (tiến trình ${pid}). Dừng nó trước, hoặc đặt MOTCUA_VAR và PORT khác.`,
      en: `Motcua is already running on ${folder} (process ${pid}). Stop that one first, or give this one another MOTCUA_VAR and PORT.`,
    },
  ]);

const notWritable = (folder: string, code: string) =>
  new CommandRefused([
    {
      vi: `Không ghi được vào thư mục ${folder} (${code}). Chạy bằng đúng tài khoản đã tạo nó, dọn chỗ trống, hoặc đặt MOTCUA_VAR khác.`,
      en: `The folder ${folder} cannot be written (${code}). Start as the user who made it, make room, or set another MOTCUA_VAR.`,
    },
  ]);
