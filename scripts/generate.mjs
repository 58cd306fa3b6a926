// Writes src/platform/postgres/schema.ts from a freshly migrated database; with --check only says whether it is stale.
import { onPinnedNode } from './lib/pinned-node.mjs';

await onPinnedNode(import.meta.url);
const { generateSchema } = await import('./lib/generate-schema.mjs');
process.exit(await generateSchema({ check: process.argv.includes('--check') }));
