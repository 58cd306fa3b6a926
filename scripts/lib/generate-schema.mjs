import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { root } from './install.mjs';

const target = join(root, 'src/platform/postgres/schema.ts');
// As src/platform/postgres/database.ts reads them: bigint as a number, a date as its text.
const flags = [
  ['--dialect', 'postgres'],
  ['--date-parser', 'string'],
  ['--type-mapping', '{"int8":"number","ltree":"string"}'],
  ['--exclude-pattern', '{graphile_worker.*,*.kysely_*}'],
  ['--log-level', 'error'],
].flat();

/** Resolves to the exit code: 1 when `check` finds the file stale. */
export async function generateSchema({ check }) {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-generate-'));
  const server = await startEmbeddedPostgres(folder, { settings: { fsync: 'off' } });
  try {
    await migrate(server.url, root);
    const fresh = await typesOf(server.url, join(folder, 'schema.ts'));
    const present = await readFile(target, 'utf8').catch(() => '');
    if (fresh === present) return say('src/platform/postgres/schema.ts is up to date.', 0);
    if (check)
      return say('src/platform/postgres/schema.ts is stale: run `npm run generate` and commit it.', 1);
    await writeFile(target, fresh);
    return say('src/platform/postgres/schema.ts written anew.', 0);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function typesOf(url, file) {
  const tool = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
  const made = spawnSync(process.execPath, [tool, '--url', url, '--out-file', file, ...flags], {
    encoding: 'utf8',
    cwd: root,
  });
  if (made.status !== 0) throw new Error(`kysely-codegen: ${made.stderr || made.stdout}`);
  return readFile(file, 'utf8');
}

function say(line, code) {
  process.stdout.write(`${line}\n`);
  return code;
}
