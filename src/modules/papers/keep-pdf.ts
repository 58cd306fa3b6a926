import { Readable } from 'node:stream';
import type { FileStore } from '#platform/files/index.ts';

/** Into the file store as it is, durable before it answers. Returns the name of its bytes. */
export async function keepPdf(files: FileStore, pdf: Buffer): Promise<string> {
  const { sha256 } = await files.keep(Readable.from([pdf]), 'van-ban.pdf');
  return sha256;
}
