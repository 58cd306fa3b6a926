import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

export type Asset = (name: string) => string;

const manifestSchema = z.record(z.string(), z.string());

/** Serves what was built for browsers; the answer gives each file's address by its plain name. */
export async function serveAssets(app: FastifyInstance, dist: string): Promise<Asset> {
  const folder = join(dist, 'assets');
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '{}');
  const manifest = manifestSchema.parse(JSON.parse(text));
  // The name changes with the content, so a browser may keep it for ever.
  await app.register(serveStatic, {
    root: folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  return (name) => manifest[name] ?? `/assets/${name}`;
}
