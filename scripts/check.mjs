// Everything a change must pass: npm run check. `npm run check -- --fast` leaves the tests out.
import { root, say } from './lib/install.mjs';
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(root);
const { build } = await import('./lib/build.mjs');
await build(); // the checks follow imports into what was built
const { checks } = await import('./lib/checks.mjs');
const { runTests } = await import('./lib/run-tests.mjs');

const failed = [];
for (const [name, check] of Object.entries(checks)) {
  const { ok, words } = await check(process.cwd(), process.cwd());
  say(`${ok ? '✓' : '✗'} ${name}`);
  if (!ok || name === 'house rules') say(words);
  if (!ok) failed.push(name);
}
if (!process.argv.includes('--fast')) {
  const verdict = await runTests([]);
  say(`${verdict.failed === 0 ? '✓' : '✗'} tests: ${verdict.passed} passed, ${verdict.failed} failed`);
  if (verdict.failed > 0) failed.push('tests');
}
say(failed.length === 0 ? 'All is well.' : `To mend: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
