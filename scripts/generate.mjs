// Writes what is generated: the types of the database and the TypeScript client; with --check only says what is stale.
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
const { generateSchema } = await import('./lib/generate-schema.mjs');
const { generateClient } = await import('./lib/generate-client.mjs');
const how = { check: process.argv.includes('--check') };
process.exit(Math.max(await generateSchema(how), await generateClient(how)));
