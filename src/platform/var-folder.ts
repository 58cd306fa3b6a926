import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf } from './embedded-postgres/index.ts';

export class FolderInUse extends Error {
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`${folder} is in use by process ${pid}`);
    this.name = 'FolderInUse';
    this.pid = pid;
  }
}

/** Keeps the folder for this process until released. A lock left by a process that is gone counts for nothing. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const mine = `${lock}.${process.pid}`;
  const identity = identityOf(process.pid) ?? '';
  await writeFile(mine, identity);
  try {
    for (;;) {
      if (await linkIfAbsent(mine, lock)) return () => releaseLock(lock, identity);
      const holder = await readFile(lock, 'utf8').catch(() => null);
      const pid = Number(holder?.split(' ')[0]);
      if (holder && holder === identityOf(pid)) throw new FolderInUse(folder, pid);
      if (holder !== null) await removeStale(lock, holder, mine);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Moved aside before it goes: somebody else may have put a lock of his own there meanwhile, and gets it back. */
async function removeStale(lock: string, stale: string, mine: string): Promise<void> {
  const aside = `${mine}.stale`;
  const moved = await rename(lock, aside).then(
    () => true,
    () => false,
  );
  if (moved && (await readFile(aside, 'utf8')) !== stale) await linkIfAbsent(aside, lock);
  await rm(aside, { force: true });
}

async function releaseLock(lock: string, identity: string): Promise<void> {
  if ((await readFile(lock, 'utf8').catch(() => null)) === identity) await rm(lock, { force: true });
}

/** A link appears whole, with its content, or not at all. */
async function linkIfAbsent(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Made once and kept: sign-ins and receipts made with it stay valid over a restart. */
export async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept && kept.length >= 32) return kept;
  await mkdir(folder, { recursive: true });
  const secret = randomBytes(48).toString('base64url');
  await writeFile(path, secret, { mode: 0o600, flag: kept === null ? 'wx' : 'w' });
  return secret;
}
