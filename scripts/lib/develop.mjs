import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, say } from './install.mjs';

const watched = ['src', 'db', 'profiles'];
const quietFor = 150; // editors write a file in several strokes

/** Builds and serves until it is asked to end; a build that fails leaves the last good server running. */
export async function develop() {
  let server = null;
  const change = changes();
  const ending = ended();
  for (;;) {
    if (await built()) {
      await stop(server);
      server = serve();
    }
    const next = await Promise.race([change(), ending]);
    if (next === 'end') break;
    say(`Changed: ${next}`);
  }
  await stop(server);
  return 0;
}

async function built() {
  try {
    await build();
    return true;
  } catch (error) {
    say(`✗ not built: ${error.message}`);
    return false;
  }
}

function serve() {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/main.js'), 'serve-all'], {
    cwd: root,
    stdio: 'inherit',
    detached: true,
  });
  child.once(
    'exit',
    (code) => code && say(`The server ended (${code}); it is started again after the next change.`),
  );
  return child;
}

function stop(child) {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}

/** A function that waits for the next change; what changed while nobody waited is not lost. */
function changes() {
  let latest = null;
  let tell = () => {};
  let timer;
  const noticed = (name) => {
    latest = name;
    clearTimeout(timer);
    timer = setTimeout(() => tell(), quietFor);
  };
  for (const folder of watched.filter((name) => existsSync(join(root, name)))) {
    watch(join(root, folder), { recursive: true }, (_, name) => noticed(join(folder, name ?? '')));
  }
  return async () => {
    if (latest === null) await new Promise((resolve) => (tell = resolve));
    const name = latest;
    latest = null;
    return name;
  };
}

function ended() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('end'));
  });
}
