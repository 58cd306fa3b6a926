import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { clientOf } from './client-of.mjs';
import { root } from './install.mjs';

const name = 'clients/typescript/motcua.ts';

/** Resolves to the exit code: 1 when `check` finds the file stale. */
export async function generateClient({ check }) {
  await build();
  const made = spawnSync(process.execPath, [join(root, 'dist/main.js'), 'openapi'], {
    encoding: 'utf8',
    cwd: root,
    maxBuffer: 50_000_000,
  });
  if (made.status !== 0) throw new Error(`openapi: ${made.stderr || made.stdout}`);
  const fresh = formatted(clientOf(JSON.parse(made.stdout)));
  const present = await readFile(join(root, name), 'utf8').catch(() => '');
  if (fresh === present) return say(`${name} is up to date.`, 0);
  if (check) return say(`${name} is stale: run \`npm run generate\` and commit it.`, 1);
  await writeFile(join(root, name), fresh);
  return say(`${name} written anew.`, 0);
}

function formatted(text) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${name}`];
  const made = spawnSync(process.execPath, args, { input: text, encoding: 'utf8', cwd: root });
  if (made.status !== 0) throw new Error(`biome: ${made.stderr}`);
  return made.stdout;
}

function say(line, code) {
  process.stdout.write(`${line}\n`);
  return code;
}
