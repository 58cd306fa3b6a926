import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { houseRules } from './house-rules.mjs';
import { lockFileFaults } from './lock-file.mjs';

const bin = (root, path) => [process.execPath, join(root, 'node_modules', path)];

/** Each check of `npm run check` but the tests: its name, and what it says about a folder: { ok, words }. */
export const checks = {
  'format and lint': (root, tools) =>
    tool(root, bin(tools, '@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']),
  types: (root, tools) => tool(root, bin(tools, 'typescript/bin/tsc'), ['--noEmit', '--pretty', 'false']),
  imports: async (root, tools) => {
    const cruiser = bin(tools, 'dependency-cruiser/bin/dependency-cruiser.mjs');
    const { ok, words } = await tool(root, cruiser, [
      '--config',
      '.dependency-cruiser.mjs',
      'src',
      'test',
      'scripts',
    ]);
    return { ok, words: words.replace(/‼ missing-tsc-transpiler[\s\S]*/, '') }; // it reads by swc, as configured
  },
  'unused exports': (root, tools) => tool(root, bin(tools, 'knip/bin/knip.js'), ['--no-progress']),
  'house rules': async (root) => {
    const { errors, warnings, median } = houseRules(root);
    const long = warnings.map((line) => `  long: ${line}`);
    return {
      ok: errors.length === 0,
      words: [...errors, ...long, `  median file: ${median} lines`].join('\n'),
    };
  },
  'lock file': async (root) => {
    const faults = lockFileFaults(root);
    return { ok: faults.length === 0, words: faults.join('\n') };
  },
  'generated files': (root) =>
    tool(root, [process.execPath, join(root, 'scripts/generate.mjs')], ['--check']),
};

function tool(cwd, [command, ...before], args) {
  const child = spawn(command, [...before, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, words: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, words: words.trim() }));
  });
}
