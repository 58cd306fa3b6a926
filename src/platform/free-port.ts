import { createServer } from 'node:net';

/** Below the ports that systems hand to outgoing connections: one of those may be taken at any moment, even by whoever knocks at it. */
const first = 15_000;
const last = 31_999;

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = first + Math.floor(Math.random() * (last - first));
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${first} and ${last}`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
