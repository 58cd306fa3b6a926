import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { build as bundle, stop } from 'esbuild';
import { root } from './install.mjs';

const dist = join(root, 'dist');

/** dist/main.js (the server), dist/mail-reader.js (its thread that reads letters), dist/assets/* (what browsers get) and dist/assets/manifest.json. Skipped when nothing changed. */
export async function build() {
  const digest = await digestOf(['src', 'package-lock.json', 'scripts/lib/build.mjs']);
  const stamp = join(dist, 'built-from');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return false;
  const [server, assets] = await Promise.all([buildServer(), buildAssets()]);
  await stop(); // its helper process would live as long as the server
  await mkdir(join(dist, 'assets'), { recursive: true });
  for (const file of [...server, ...assets]) await replace(file.path, file.contents);
  await writeManifest(assets);
  await writeFile(stamp, digest);
  return true;
}

async function buildServer() {
  const { outputFiles } = await bundle({
    entryPoints: {
      main: join(root, 'src/main.ts'),
      'mail-reader': join(root, 'src/modules/intake/mail/parse/worker.ts'),
    },
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    write: false,
    absWorkingDir: root,
  });
  return outputFiles;
}

/** dist/bench-*.js, beside the server's own files: what measures, and what it starts in processes of their own. */
export async function buildBench() {
  await bundle({
    entryPoints: ['main', 'load', 'mail-sender'].map((name) => join(root, `bench/${name}.ts`)),
    outdir: dist,
    entryNames: 'bench-[name]',
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    absWorkingDir: root,
  });
  await stop();
}

/** Each file directly in src/ui/css and src/ui/scripts is one bundle; what begins with `_` is only imported by others. */
async function buildAssets() {
  const { outputFiles } = await bundle({
    entryPoints: [
      ...(await entries('src/ui/css', /\.css$/)),
      ...(await entries('src/ui/scripts', /\.(ts|tsx|js|mjs)$/)),
    ],
    outdir: join(dist, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2020', 'safari15', 'chrome90'],
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
    legalComments: 'none',
    write: false,
    absWorkingDir: root,
  });
  return outputFiles;
}

async function entries(folder, pattern) {
  if (!existsSync(join(root, folder))) return [];
  const names = await readdir(join(root, folder));
  return names
    .filter((name) => pattern.test(name) && !/^_|\.test\.|\.d\.ts$/.test(name))
    .map((name) => join(root, folder, name));
}

/** { "portal.css": "/assets/portal-4F3K2.css" }: a name changes with its content, so browsers may keep it for ever. */
async function writeManifest(assets) {
  const names = assets.map(({ path }) => basename(path));
  const manifest = Object.fromEntries(
    names.map((name) => [name.replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1'), `/assets/${name}`]),
  );
  await replace(join(dist, 'assets/manifest.json'), JSON.stringify(manifest, null, 2));
  for (const name of await readdir(join(dist, 'assets'))) {
    if (!names.includes(name) && name !== 'manifest.json')
      await rm(join(dist, 'assets', name), { force: true });
  }
}

/** Whole or not at all: a server that starts meanwhile never reads half a file. */
async function replace(path, contents) {
  const half = `${path}.${process.pid}`;
  await writeFile(half, contents);
  await rename(half, path);
}

async function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of await filesBelow(join(root, path)))
      hash.update(relative(root, file)).update(await readFile(file));
  return hash.digest('hex');
}

async function filesBelow(path) {
  if (extname(path) !== '') return [path];
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
