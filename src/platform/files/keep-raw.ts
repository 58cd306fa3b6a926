import { createHash, type Hash, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../refused.ts';
import { fileReasons } from './reasons.ts';
import { type OpenNew, receive } from './receive.ts';
import { settle } from './settle.ts';

export type KeptBytes = { sha256: string; bytes: number };
type Where = { incoming: string; placeOf(sha256: string): string; most: number; create: OpenNew };

/** Keeps the bytes as they come, under their sha256. */
export async function keepRaw(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  { incoming, placeOf, most, create }: Where,
): Promise<KeptBytes> {
  await mkdir(incoming, { recursive: true });
  const raw = join(incoming, randomUUID());
  const hash = createHash('sha256');
  try {
    const { bytes, tooBig } = await receive(hashed(stream, hash), raw, most, create);
    if (tooBig) throw refuse(fileReasons.file_too_big, { name, most: Math.floor(most / 1e6) });
    const sha256 = hash.digest('hex');
    await settle(raw, placeOf(sha256));
    return { sha256, bytes };
  } catch (error) {
    await rm(raw, { force: true });
    throw error;
  }
}

async function* hashed(stream: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    hash.update(chunk);
    yield chunk;
  }
}
