// npm run bench [-- section …]: measures on a database of its own, prints a table, writes var/bench.json. See bench/README.md.
import { join } from 'node:path';
import { root } from './lib/install.mjs';
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(root);
const { build, buildBench } = await import('./lib/build.mjs');
await build();
await buildBench();
await import(join(root, 'dist/bench-main.js'));
