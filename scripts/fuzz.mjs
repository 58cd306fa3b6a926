// A hundred thousand random requests made from the API's own description: npm run fuzz [-- how-many [seed]]
import { root } from './lib/install.mjs';
import { onPinnedNode, run } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
const [count = '100000', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
const env = { MOTCUA_FUZZ: count, MOTCUA_FUZZ_SEED: seed };
const vitest = `${root}/node_modules/vitest/vitest.mjs`;
process.exit(
  await run(process.execPath, [vitest, 'run', 'src/surfaces/api-fuzz.test.ts'], { env, cwd: root }),
);
