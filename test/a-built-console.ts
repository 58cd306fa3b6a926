import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { FastifyInstance } from 'fastify';
import { aConsole } from './a-console.ts';
import { launchChromium } from './chromium.ts';
import type { TestDatabase } from './use-db.ts';

/** For tests: the console with its script and style as they are built, and a browser to open it in. `extend`: what else its server answers. */
export async function aBuiltConsole(t: TestDatabase, extend?: (app: FastifyInstance) => Promise<unknown>) {
  const dist = await mkdtemp(join(tmpdir(), 'motcua-test-dist-'));
  await build({
    entryPoints: ['src/ui/scripts/console.ts', 'src/ui/css/console.css'],
    outdir: join(dist, 'assets'),
    entryNames: '[name]',
    ...{ bundle: true, minify: true, format: 'esm', logLevel: 'error' },
  });
  await writeFile(join(dist, 'assets/manifest.json'), '{}');
  const made = await aConsole(t, {}, dist);
  await extend?.(made.app);
  const base = await made.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    await made.app.close();
  };
  return { ...made, dist, base, browser, close };
}
