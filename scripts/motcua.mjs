// The operator's command line: npm run -s motcua -- help
import { root } from './lib/install.mjs';
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(root);
const { build } = await import('./lib/build.mjs');
await build();
process.env.NODE_ENV ??= 'production'; // React renders a page in half the time without its developer's checks
await import('../dist/main.js');
