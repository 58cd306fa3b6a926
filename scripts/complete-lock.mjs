// A registry mirror may lack packages of other platforms; npm then leaves them out of the lock, and `npm ci` refuses it.
// This adds them as their parent names them, with the platform their name tells. Run it after `npm install <package>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './lib/install.mjs';
import { holes } from './lib/lock-file.mjs';

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
};
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'arm'];

for (const { name, version, dev } of holes(lock.packages)) {
  const parts = name.split(/[/-]/);
  const os = parts.find((part) => part in systems);
  const cpu = processors.find((known) => parts.includes(known));
  if (!/^\d/.test(version) || !os || !cpu) throw new Error(`${name}@${version}: add it by hand`);
  const musl = parts.some((part) => part.startsWith('musl'));
  const libc = os === 'linux' ? { libc: [musl ? 'musl' : 'glibc'] } : {};
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...libc,
    optional: true,
    os: [os],
  };
  say(`${name}@${version}`);
}
const { '': own, ...others } = lock.packages;
const sorted = Object.fromEntries(Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: { '': own, ...sorted } }, null, 2)}\n`);
