import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { root } from './install.mjs';
import { run } from './pinned-node.mjs';

/** Runs Vitest wholly and counts from its report: { passed, failed }. What broke without a test to its name counts as one. */
export async function runTests(args) {
  const chromium = ensureChromium();
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'motcua-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = chromium ? { MOTCUA_CHROMIUM: chromium } : {};
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const code = await run(process.execPath, [vitest, 'run', ...reporters, ...args], { env });
  const counted = count(await readFile(report, 'utf8').catch(() => '{}'));
  await rm(folder, { recursive: true, force: true });
  const silent = counted.failed === 0 && (code !== 0 || counted.passed === 0);
  return silent ? { ...counted, failed: 1 } : counted;
}

function count(text) {
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults = [] } = JSON.parse(text);
  const brokenFiles = testResults.filter(
    ({ status, assertionResults: tests }) => status === 'failed' && tests.every(isFine),
  );
  return { passed, failed: numFailedTests + brokenFiles.length };
}

const isFine = ({ status }) => status !== 'failed';
