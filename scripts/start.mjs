// Everything from a fresh clone to a running server: install, build, database, profile, demonstration, web.
import { say } from './lib/install.mjs';
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(new URL('..', import.meta.url).pathname);
const { build } = await import('./lib/build.mjs');
if (await build()) say('Built.');
process.argv.splice(2, process.argv.length, 'serve-all');
await import('../dist/main.js');
