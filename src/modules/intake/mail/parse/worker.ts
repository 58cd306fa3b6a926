import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse-mail.ts';

/** The thread that reads letters: one that takes too long, or too much memory, ends with its thread and not with the server. */
parentPort?.on('message', async (raw: Uint8Array) => {
  try {
    const letter = await parseMail(raw);
    parentPort?.postMessage(
      { letter },
      letter.files.flatMap(({ content }) => (content.buffer instanceof ArrayBuffer ? [content.buffer] : [])),
    );
  } catch (error) {
    parentPort?.postMessage({ trouble: error instanceof Error ? error.message : String(error) });
  }
});
