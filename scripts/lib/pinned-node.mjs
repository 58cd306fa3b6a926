import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, pinnedNode, root, say } from './install.mjs';

/** Installs what is missing, then runs the calling script on the pinned Node. Returns only there. */
export async function onPinnedNode(script) {
  const code = await elsewhere(script);
  if (code !== null) process.exit(code);
}

/** The exit code of the script after it ran on the pinned Node; null when this process already is on it. */
export async function elsewhere(script) {
  ensureInstalled();
  const wanted = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8')).version;
  if (process.versions.node === wanted) return null;
  if (existsSync(pinnedNode())) return run(pinnedNode(), [fileURLToPath(script), ...process.argv.slice(2)]);
  if (Number.parseInt(process.versions.node, 10) >= 24) return null; // no package for this platform, but new enough
  say(`Node ${wanted} could not be installed for this machine. Install Node 24 or newer and try again.`);
  process.exit(1);
}

/** Runs a command to its end and gives its exit code. Signals are passed on, so that it ends in order. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: quiet ? 'ignore' : 'inherit',
    env: { ...process.env, ...env },
  });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    const done = (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.once('error', () => done(127));
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}
