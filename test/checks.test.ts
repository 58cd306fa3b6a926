import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../scripts/lib/checks.mjs';

// Each check is let loose on a small house with one planted mistake, and must find it.

const here = process.cwd();
const houses: string[] = [];
const configuration = ['package.json', 'biome.json', 'tsconfig.json', 'knip.json', '.dependency-cruiser.mjs'];

const sound = {
  'src/main.ts': "import { paid } from '#modules/bills/index.ts';\n\nprocess.stdout.write(paid());\n",
  'src/modules/bills/index.ts': "export { paid } from './pay.ts';\n",
  'src/modules/bills/pay.ts':
    "import { rounded } from './rules.ts';\n\nexport const paid = () => String(rounded(1.5));\n",
  'src/modules/bills/rules.ts': 'export const rounded = (sum: number) => Math.round(sum);\n',
  'vitest.config.ts': 'export default {};\n',
  'test/nothing.test.ts': '',
  'scripts/nothing.mjs': '',
};

function house(planted: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-checks-'));
  houses.push(folder);
  for (const file of configuration) cpSync(join(here, file), join(folder, file));
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries({ ...sound, ...planted })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterAll(() => {
  for (const folder of houses) rmSync(folder, { recursive: true, force: true });
});

describe('a sound house passes', () => {
  test.each(['format and lint', 'types', 'imports', 'house rules'] as const)('%s', async (name) => {
    expect(await checks[name](house(), here)).toMatchObject({ ok: true });
  });
});

describe('imports: each rule bites', () => {
  const planted: Record<string, [rule: string, text: string]> = {
    'src/modules/bills/one.ts': [
      'no-cycle',
      "import { two } from './two.ts';\n\nexport const one = () => two;\n",
    ],
    'src/platform/knows.ts': ['platform-and-ui-know-no-module', "import '#modules/bills/index.ts';\n"],
    'src/ui/knows.tsx': ['platform-and-ui-know-no-module', "import '#modules/bills/index.ts';\n"],
    'src/modules/bills/climbs.ts': ['modules-know-no-surface', "import '#surfaces/portal.ts';\n"],
    'src/surfaces/climbs.ts': ['surfaces-know-no-command', "import '../main.ts';\n"],
    'src/modules/meters/breaks-in.ts': ['module-by-its-door', "import '#modules/bills/pay.ts';\n"],
    'src/surfaces/breaks-in.ts': ['module-by-its-door-from-outside', "import '#modules/bills/pay.ts';\n"],
    'src/modules/meters/rules/asks.ts': ['rules-are-pure', "import '../queries.ts';\n"],
    'src/modules/meters/rules-of-time.ts': ['rules-are-pure', "import '#platform/clock.ts';\n"],
    'src/modules/meters/page.tsx': ['pages-run-no-query', "import './queries.ts';\n"],
    'src/modules/meters/asks-surveys.ts': ['nobody-calls-surveys', "import '#modules/surveys/index.ts';\n"],
    'src/modules/meters/act.ts': [
      'sql-in-queries',
      "import { sql } from 'kysely';\n\nexport const q = sql`select 1`;\n",
    ],
    'src/modules/meters/tested.ts': ['no-test-helper-in-src', "import '#test/helper.ts';\n"],
    'src/modules/meters/tooled.ts': ['no-tool-in-src', "import 'fast-check';\n"],
    'src/modules/meters/lost.ts': ['resolvable', "import './nowhere.ts';\n"],
  };
  const innocent = {
    'src/modules/bills/two.ts': "import { one } from './one.ts';\n\nexport const two = () => one;\n",
    'src/platform/clock.ts': 'export const clock = 1;\n',
    'src/modules/meters/queries.ts': 'export const rows = 1;\n',
    'src/modules/surveys/index.ts': 'export const surveys = 1;\n',
    'src/surfaces/portal.ts': 'export const portal = 1;\n',
    'test/helper.ts': 'export const helper = 1;\n',
  };
  let words = '';
  beforeAll(async () => {
    const texts = Object.fromEntries(Object.entries(planted).map(([path, [, text]]) => [path, text]));
    const result = await checks.imports(house({ ...innocent, ...texts }), here);
    expect(result.ok).toBe(false);
    words = result.words;
  });
  test.each(Object.entries(planted).map(([path, [rule]]) => [rule, path]))('%s: %s', (rule, path) => {
    expect(words).toContain(`error ${rule}: ${path} `);
  });
});

describe('the other checks bite', () => {
  const casts = 'export const wrong = JSON.parse("1")';
  const long = 'export const line = 1;\n'.repeat(351);
  const lock = (entry: object) => JSON.stringify({ packages: { '': {}, 'node_modules/a': entry } });
  const longFunction = `export function long() {\n${'  process.exitCode = 1;\n'.repeat(41)}}\n`;
  test.each([
    ['format and lint', { 'src/badly.ts': 'export const x = {a:1}\n' }, 'badly.ts'],
    ['format and lint', { 'src/any.ts': 'export const x = (y: any) => y;\n' }, 'noExplicitAny'],
    [
      'format and lint',
      { 'src/bang.ts': 'export const x = (y: string[]) => y[0]!;\n' },
      'noNonNullAssertion',
    ],
    ['format and lint', { 'src/long.ts': longFunction }, 'noExcessiveLinesPerFunction'],
    ['types', { 'src/wrong.ts': "export const x: number = 'one';\n" }, 'TS2322'],
    ['types', { 'src/enum.ts': 'export enum X {\n  One,\n}\n' }, 'TS1294'],
    [
      'unused exports',
      { 'src/modules/bills/rules.ts': `${sound['src/modules/bills/rules.ts']}export const idle = 1;\n` },
      'idle',
    ],
    ['unused exports', { 'src/forgotten.ts': 'export const x = 1;\n' }, 'src/forgotten.ts'],
    ['house rules', { 'src/cast.ts': `\n// of a number\n${casts} as number;\n` }, 'src/cast.ts:3: a cast'],
    ['house rules', { 'src/far.ts': long }, 'src/far.ts: 351 lines'],
    ['house rules', { 'src/code.ts': "export const unit = 'PB12';\n" }, 'src/code.ts:1: company code PB12'],
    ['house rules', { 'src/brand.css': '.evnspc { color: red; }\n' }, 'src/brand.css:1: company code evnspc'],
    [
      'lock file',
      { 'package-lock.json': lock({ resolved: 'https://registry.example/a.tgz' }) },
      'node_modules/a holds a',
    ],
    [
      'lock file',
      { 'package-lock.json': lock({ optionalDependencies: { 'a-win32': '1.0.0' } }) },
      'a-win32 is missing',
    ],
  ] as const)('%s: %j', async (name, planted, word) => {
    const { ok, words } = await checks[name](house(planted), here);
    expect(words).toContain(word);
    expect(ok).toBe(false);
  });

  test('tests may name company codes; `as const` is no cast', async () => {
    const planted = { 'src/a.test.ts': "export const unit = 'PB12' as const;\n" };
    expect(await checks['house rules'](house(planted), here)).toMatchObject({ ok: true });
  });

  test('generated files: a table nobody generated types for', async () => {
    const folder = house({ 'db/views/none.txt': '' });
    for (const path of ['package-lock.json', 'scripts', 'src/platform', 'db']) {
      cpSync(join(here, path), join(folder, path), { recursive: true });
    }
    writeFileSync(
      join(folder, 'db/migrations/9999-planted.sql'),
      'create table planted (id int primary key);\n',
    );
    const { ok, words } = await checks['generated files'](folder, here);
    expect(words).toContain('schema.ts is stale');
    expect(ok).toBe(false);
  });
});
