import { createHash, randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Account, mayReach, serverAccount } from './account.ts';
import { binariesFor } from './binaries.ts';
import { type Cluster, initialise, portInUse, startServer } from './server.ts';

export { identityOf } from './process.ts';

export type EmbeddedPostgres = {
  /** Connection string of the superuser to the database asked for; `urlOf('name')` names another. */
  url: string;
  urlOf(database: string): string;
  /** Where its data are, which is not below `folder` when root's checkout is closed to others. */
  home: string;
  pid: number;
  /** Settles when the server ended, for whatever reason. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

const sharedFolder = '/var/lib/motcua';
const user = 'motcua_owner'; // not `motcua`: "$user" stands first in the search path, and a schema has that name

/** PostgreSQL with its data below `folder` and `database` in it: made at the first start, recovered after an unclean stop. */
export async function startEmbeddedPostgres(
  folder: string,
  { settings = {}, database = 'postgres' }: { settings?: Record<string, string>; database?: string } = {},
): Promise<EmbeddedPostgres> {
  const preferred = serverAccount();
  const home = await makeHome(resolve(folder), preferred);
  const account = await ownerOf(join(home, 'data'), preferred);
  const binaries = await binariesFor(account, sharedFolder);
  const cluster: Cluster = { data: join(home, 'data'), log: join(home, 'log'), account, binaries, settings };
  const password = (await readIf(join(home, 'password'))) ?? (await create(cluster, home));
  const server = await startServer(cluster);
  const urlOf = urlsAt(password, server.port);
  if (database !== 'postgres') await createDatabase(urlOf('postgres'), database);
  return { ...server, url: urlOf(database), urlOf, home };
}

/** The addresses of the server that somebody else runs on this folder now; null when none does. */
export async function runningEmbeddedPostgres(
  folder: string,
): Promise<((database: string) => string) | null> {
  const moved = await readIf(join(folder, 'moved-to'));
  const home = moved?.trim() || resolve(folder);
  const password = await readIf(join(home, 'password'));
  const port = password && (await portInUse(join(home, 'data')));
  return password && port ? urlsAt(password, port) : null;
}

const urlsAt = (password: string, port: number) => (database: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

/** The folder itself, or a place the server's account can reach when it cannot reach this one. */
async function makeHome(folder: string, account: Account): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  if (account.uid !== undefined) await chmod(folder, ((await stat(folder)).mode & 0o777) | 0o011); // it is PostgreSQL's
  const reachable = mayReach(folder, account);
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const home = reachable ? folder : join(sharedFolder, name);
  await mkdir(home, { recursive: true, mode: 0o755 });
  if (!reachable) await writeFile(join(folder, 'moved-to'), `${home}\n`);
  return home;
}

/** Laid out beside its final place and moved there whole, so that an interrupted first start leaves nothing half made. */
async function create(cluster: Cluster, home: string): Promise<string> {
  await refuseToOverwrite(cluster.data);
  const password = randomBytes(18).toString('base64url');
  const data = `${cluster.data}.new`;
  const passwordFile = join(home, 'password.new');
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await give(data, cluster.account);
  await give(passwordFile, cluster.account);
  initialise({ ...cluster, data }, user, passwordFile);
  await rename(data, cluster.data);
  if (cluster.account.uid !== undefined) await chown(passwordFile, 0, 0);
  await chmod(passwordFile, 0o600);
  await rename(passwordFile, join(home, 'password'));
  return password;
}

async function refuseToOverwrite(data: string): Promise<void> {
  const there = await access(data).then(
    () => true,
    () => false,
  );
  if (there)
    throw new Error(
      `${data} holds a database, but its password file is missing: move the folder away, or put the file back.`,
    );
}

async function give(path: string, { uid, gid }: Account): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** Root goes on under the account that laid out the data, be it another than root would choose today. */
async function ownerOf(data: string, preferred: Account): Promise<Account> {
  if (preferred.uid === undefined) return preferred;
  const { uid, gid } = await stat(data).catch(() => ({ uid: 0, gid: 0 }));
  return uid === 0 ? preferred : { uid, gid };
}

/** A file that is there but may not be read is not the same as none. */
async function readIf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  await client.end();
}
