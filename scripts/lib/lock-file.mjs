import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is wrong with package-lock.json: addresses of one registry, or holes left by a mirror without other platforms' packages. */
export function lockFileFaults(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const addresses = Object.keys(packages).filter((path) => packages[path].resolved?.startsWith('http'));
  return [
    ...addresses.map((path) => `package-lock.json: ${path} holds a download address`),
    ...holes(packages).map(
      ({ name }) => `package-lock.json: ${name} is missing (node scripts/complete-lock.mjs adds it)`,
    ),
  ];
}

/** Optional packages that an installed one names and the lock does not; `npm ci` refuses such a lock. */
export function holes(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isResolved(packages, path, name))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
}

function isResolved(packages, from, name) {
  const levels = from
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...levels].some((path) => packages[`${path && `${path}/`}node_modules/${name}`]);
}
