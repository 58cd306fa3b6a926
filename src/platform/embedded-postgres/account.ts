import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Under whom PostgreSQL runs; empty means under ourselves. */
export type Account = { uid?: number; gid?: number; name?: string };

/** PostgreSQL refuses to run as root, so root lends it an unprivileged account, made when the machine has none. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const found = lookUp('motcua') ?? lookUp('postgres');
  if (found) return found;
  createAccount('motcua');
  const account = lookUp('motcua') ?? lookUp('nobody');
  if (!account) {
    throw new Error(
      'PostgreSQL may not run as root and this machine has no account for it: run `useradd --system motcua`.',
    );
  }
  return account;
}

function lookUp(name: string): Account | undefined {
  const line = accounts().find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid && gid) return { uid: Number(uid), gid: Number(gid), name };
  return undefined;
}

function accounts(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

function createAccount(name: string): void {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name], {
    stdio: 'ignore',
  });
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', name], { stdio: 'ignore' }); // BusyBox
}

/** Asks the operating system itself, which also knows of lists of access rights and read-only mounts. */
export function mayReach(path: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
