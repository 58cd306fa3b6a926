// npm run dev: as `npm start`, and anew after each change under src, db or profiles. The database is kept meanwhile.
import { root, say } from './lib/install.mjs';
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
process.chdir(root);
const { develop } = await import('./lib/develop.mjs');
say('Watching src, db and profiles. Reload the browser after a change.');
process.exit(await develop());
