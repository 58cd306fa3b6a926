import { Worker } from 'node:worker_threads';
import type { Letter } from '../rules/letter.ts';

/** `trouble`: why it could not be read. It never throws: a letter that cannot be read is a case for a person. */
export type Read = { letter: Letter } | { trouble: string };
export type Reader = { read(raw: Uint8Array): Promise<Read>; close(): Promise<void> };

const usual = { threads: 2, patience: 10_000, megabytes: 384 };

/** Threads that read letters, one letter at a time each, within bounds of time and memory. */
export function openReader(bounds: Partial<typeof usual> = {}): Reader {
  const { threads, ...each } = { ...usual, ...bounds };
  const lines = Array.from({ length: threads }, () => ({ ...oneThread(each), waiting: 0 }));
  return {
    async read(raw) {
      const line = lines.reduce((least, next) => (next.waiting < least.waiting ? next : least));
      line.waiting += 1;
      return line.read(raw).finally(() => {
        line.waiting -= 1;
      });
    },
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

type Bounds = Omit<typeof usual, 'threads'>;

function oneThread(bounds: Bounds) {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const turn = async (raw: Uint8Array): Promise<Read> => {
    worker ??= start(bounds);
    const read = await ask(worker, raw, bounds.patience);
    if (read.ended) {
      const ending = worker;
      worker = undefined;
      await ending.terminate();
    }
    return read.said;
  };
  return {
    read(raw: Uint8Array): Promise<Read> {
      const mine = last.then(() => turn(raw));
      last = mine.catch(() => {});
      return mine;
    },
    close: async () => {
      await last;
      await worker?.terminate();
    },
  };
}

/** Beside this file in the source, beside the bundle where it is bundled. */
function start({ megabytes }: Bounds): Worker {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './mail-reader.js';
  const worker = new Worker(new URL(file, import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  worker.unref();
  return worker;
}

function ask(worker: Worker, raw: Uint8Array, patience: number): Promise<{ said: Read; ended: boolean }> {
  return new Promise((resolve) => {
    const done = (said: Read, ended: boolean) => {
      clearTimeout(timer);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      worker.on('error', () => {}); // one that breaks while it is being ended
      resolve({ said, ended });
    };
    const timer = setTimeout(() => done({ trouble: `not read within ${patience / 1000} s` }, true), patience);
    worker.once('message', (said: Read) => done(said, false));
    worker.once('error', (error) => done({ trouble: String(error) }, true));
    worker.once('exit', (code) => done({ trouble: `the reader ended with ${code}` }, true));
    worker.postMessage(raw);
  });
}
