import type { FileHandle } from 'node:fs/promises';

/** How a new file is opened for writing; a test puts a full disk here. */
export type OpenNew = (path: string) => Promise<FileHandle>;
export type Received = { bytes: number; tooBig: boolean };

/**
 * Writes what comes to `path`, up to `most` bytes, and makes it durable. What comes after that, or after the disk is
 * full, is read and dropped, so that the rest of the form can still be read and the refusal reaches the browser.
 */
export async function receive(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  most: number,
  open: OpenNew,
): Promise<Received> {
  const file = await open(path);
  let bytes = 0;
  let failure: unknown = null;
  try {
    for await (const chunk of stream) {
      bytes += chunk.byteLength;
      if (bytes > most * 20) break; // somebody who goes on for ever is cut off
      if (bytes > most || failure !== null) continue;
      await file.writeFile(chunk).catch((error: unknown) => {
        failure = error;
      });
    }
    if (failure !== null) throw failure;
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, tooBig: bytes > most };
}
