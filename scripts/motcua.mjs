// The operator's command line: npm run -s motcua -- help
import { root } from './lib/install.mjs';
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(root);
const { build } = await import('./lib/build.mjs');
await build();
await import('../dist/main.js');
