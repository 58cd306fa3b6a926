// Everything from a fresh clone to a running server: install, build, database, profile, demonstration, web.
import module from 'node:module';
import { root, say } from './lib/install.mjs';
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(root);
const { build } = await import('./lib/build.mjs');
if (await build()) say('Built.');
module.enableCompileCache?.('dist/compiled'); // half a second less at each further start
process.argv.splice(2, process.argv.length, 'serve-all');
process.env.NODE_ENV ??= 'production'; // React renders a page in half the time without its developer's checks
await import('../dist/main.js');
