import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const inRoot = (...parts) => join(root, ...parts);

/** Makes node_modules what the lock file names, and does nothing when it is that already. */
export function ensureInstalled() {
  if (!matchesLock()) {
    say('Installing what package-lock.json names (the first time this takes a minute or two) …');
    npm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-fund',
      '--no-audit',
      '--no-progress',
      '--loglevel=error',
    ]);
  }
  if (!existsSync(pinnedNode())) npm(['rebuild', 'node', '--foreground-scripts']); // its install script brings the binary
}

/** The Node of package.json, whatever the machine has. */
export function pinnedNode() {
  return inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

export const say = (line) => process.stdout.write(`${line}\n`);

function matchesLock() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json'); // npm writes it as the last thing it does
  if (!wanted || !present) return false;
  const missing = ([path, entry]) =>
    present[path]?.version !== entry.version && (present[path] || !mayBeAbsent(entry));
  const strange = (path) => !wanted[path];
  return !Object.entries(wanted).some(missing) && !Object.keys(present).some(strange);
}

const mayBeAbsent = (entry) => entry.optional || entry.devOptional || entry.peer;

function packagesOf(path) {
  try {
    const { '': _root, ...packages } = JSON.parse(readFileSync(inRoot(path), 'utf8')).packages;
    return packages;
  } catch {
    return null;
  }
}

function npm(args) {
  const cli = process.env.npm_execpath; // the npm that runs us
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const { status, error } = spawnSync(command, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
    env: withoutOwnBin(),
  });
  if (status === 0) return;
  say(
    `npm ${args[0]} did not work${error ? ` (${error.message})` : ''}. Read its message above; is the package registry within reach?`,
  );
  process.exit(1);
}

/** npm must not run on a Node inside the folder that it is replacing. */
function withoutOwnBin() {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = (process.env.PATH ?? '')
    .split(separator)
    .filter((part) => !part.startsWith(inRoot('node_modules')));
  return { ...process.env, PATH: path.join(separator) };
}
