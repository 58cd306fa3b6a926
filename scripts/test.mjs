// Everything from a fresh clone to a verdict: install, browser, build, all tests. Ends with the line `N passed, N failed`.
import { elsewhere } from './lib/pinned-node.mjs';

let verdict = { passed: 0, failed: 1 }; // what stands when anything breaks before the tests have spoken
const speak = (code) => {
  process.stdout.write(`\n${verdict.passed} passed, ${verdict.failed} failed\n`);
  process.exitCode = verdict.failed > 0 ? 1 : code;
};
process.on('exit', speak);

const code = await elsewhere(import.meta.url);
if (code !== null) {
  if (code < 127) process.off('exit', speak); // it has spoken already
  process.exit(code);
}
const { runTests } = await import('./lib/run-tests.mjs');
verdict = await runTests(process.argv.slice(2));
process.exit();
