// The operator's command line: npm run -s motcua -- help
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(new URL('..', import.meta.url).pathname);
const { build } = await import('./lib/build.mjs');
await build();
await import('../dist/main.js');
