import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../../test/chromium.ts';
import { root, say } from './install.mjs';

const managers = [
  ['apt-get', ['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
  ['dnf', ['install', '-y', 'chromium']],
  ['apk', ['add', '--no-cache', 'chromium']],
  ['zypper', ['--non-interactive', 'install', 'chromium']],
  ['pacman', ['-Sy', '--noconfirm', 'chromium']],
];

/** A Chromium: one on this machine, else Playwright's, else the system's. Null, with what to do, when none can be had. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  say('No Chromium on this machine: asking Playwright for one …');
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  attempt(process.execPath, [cli, 'install', '--no-progress', 'chromium']);
  return findChromium() ?? fromSystem(cli) ?? giveUp();
}

function fromSystem(cli) {
  if (process.getuid?.() !== 0) return null;
  say("Asking the system's package manager …");
  attempt(process.execPath, [cli, 'install-deps', 'chromium']); // Playwright's download may lack only its libraries
  const afterLibraries = findChromium();
  if (afterLibraries) return afterLibraries;
  for (const [manager, ...steps] of managers) for (const step of steps) attempt(manager, step);
  return findChromium();
}

function giveUp() {
  say('No Chromium could be found or installed, so the journeys in a browser cannot run.');
  say(
    'Install one (for example `sudo apt-get install chromium`), or name one: MOTCUA_CHROMIUM=/path/to/chromium npm test',
  );
  return null;
}

function attempt(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env, timeout: 15 * 60_000 });
}
