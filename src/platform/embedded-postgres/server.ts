import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { commandOf, isAlive } from './process.ts';

/** A cluster on disk and what is needed to run it. */
export type Cluster = {
  data: string;
  log: string;
  account: Account;
  binaries: Binaries;
  settings: Record<string, string>;
};
export type Running = { port: number; pid: number; exited: Promise<void>; stop(): Promise<void> };

/** Starts the server and waits until it takes connections. A port that was taken meanwhile is tried again with another. */
export async function startServer(cluster: Cluster): Promise<Running> {
  await clearRemains(cluster);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = spawnServer(cluster, port);
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const pid = await becomesReady(cluster, child);
    if (pid) return { port, pid, exited, stop: () => stopServer(cluster, child, exited) };
    const log = await readFile(cluster.log, 'utf8').catch(() => '');
    const mayPass = /address already in use|shared memory block .* in use/i.test(log);
    if (!mayPass || attempt === 10) throw new Error(`PostgreSQL did not start:\n${log.slice(-2000)}`);
    await wait(200);
  }
}

/** A group of its own, so that Ctrl-C reaches us first; a watchman stops it when we vanish (its standard input ends). */
const watchman = [
  'exec 3<&0',
  '"$@" </dev/null 3<&- & server=$!',
  '{ read _ <&3; kill -INT $server; } & watch=$!',
  'exec 3<&-; wait $server; code=$?; kill $watch 2>/dev/null; wait; exit $code',
].join('\n');

function spawnServer({ binaries, data, log, account, settings }: Cluster, port: number): ChildProcess {
  const fixed = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    lc_messages: 'C',
    timezone: 'UTC',
  };
  const flags = Object.entries({ ...fixed, ...settings, port: String(port) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const command = [binaries.postgres, '-D', data, ...flags];
  const output = openSync(log, 'w');
  const options = { uid: account.uid, gid: account.gid, cwd: data, detached: true };
  const child =
    platform() === 'win32'
      ? spawn(binaries.postgres, command.slice(1), { ...options, stdio: ['pipe', output, output] })
      : spawn('/bin/sh', ['-c', watchman, 'motcua-postgres', ...command], {
          ...options,
          stdio: ['pipe', output, output],
        });
  closeSync(output);
  child.stdin?.on('error', () => {});
  child.once('exit', () => child.stdin?.end());
  return child;
}

async function becomesReady({ data }: Cluster, child: ChildProcess): Promise<number | null> {
  const limit = Date.now() + 60_000; // long, because a start after an unclean stop replays the log first
  while (child.exitCode === null && child.signalCode === null && Date.now() < limit) {
    const lines = (await readPidFile(data)).split('\n');
    if (lines[7]?.trim() === 'ready') return Number(lines[0]);
    await wait(15);
  }
  return null;
}

/** The port of the server that runs on these data now, whoever started it. */
export async function portInUse(data: string): Promise<number | null> {
  const lines = (await readPidFile(data)).split('\n');
  const runs = lines[7]?.trim() === 'ready' && commandOf(Number(lines[0])).includes(data);
  return runs ? Number(lines[3]) : null;
}

const readPidFile = (data: string) => readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');

async function stopServer(cluster: Cluster, child: ChildProcess, exited: Promise<void>): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null;
  if (!ended) await pgCtlStop(cluster);
  child.stdin?.end();
  await exited;
}

async function pgCtlStop({ data, binaries, account }: Cluster): Promise<void> {
  const { uid, gid } = account;
  for (const mode of ['fast', 'immediate']) {
    const child = spawn(binaries.pgCtl, ['stop', '-D', data, '-m', mode, '-w', '-t', '20'], {
      uid,
      gid,
      cwd: data,
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code === 0 || (await readPidFile(data)) === '') return;
  }
}

/** After `kill -9`: stops a server still running on these data; removes a lock whose holder is gone or is something else. */
async function clearRemains(cluster: Cluster): Promise<void> {
  const pid = Number((await readPidFile(cluster.data)).split('\n')[0]);
  if (!pid) return;
  if (isAlive(pid) && commandOf(pid).includes(cluster.data)) await pgCtlStop(cluster);
  else await rm(join(cluster.data, 'postmaster.pid'), { force: true });
}

/** Makes a new cluster: Unicode text, the same on every machine, whatever its locales. */
export function initialise({ data, account, binaries }: Cluster, user: string, passwordFile: string): void {
  const flags = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ];
  const { uid, gid } = account;
  const made = spawnSync(
    binaries.initdb,
    ['-D', data, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...flags],
    { uid, gid, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not lay out its data:\n${made.stderr || made.error?.message}`);
}
