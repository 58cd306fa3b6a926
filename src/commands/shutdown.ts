import { setTimeout as sleep } from 'node:timers/promises';
import type { Text } from '#platform/text.ts';
import { say } from './say.ts';

type Closing = { what: Text | null; close: () => Promise<unknown> };

/** One that cannot come to an end must not keep the others open. */
const patience = 30_000;

/** What was opened, to be closed in the opposite order, once, however the end comes. */
export class Shutdown {
  readonly #closings: Closing[] = [];
  #closed: Promise<void> | undefined;

  add(what: Text | null, close: () => Promise<unknown>): void {
    this.#closings.push({ what, close });
  }

  close(): Promise<void> {
    this.#closed ??= this.#closeAll();
    return this.#closed;
  }

  async #closeAll(): Promise<void> {
    for (const { what, close } of this.#closings.reverse()) {
      if (what) say(what);
      const closed = close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
      await Promise.race([closed, sleep(patience, null, { ref: false })]);
    }
  }
}

/** On a terminal one Ctrl-C arrives several times: from the terminal, from npm, from the script that started us. */
const sameWish = 1500;

/** Resolves when a signal asks us to end in order; asked again, we end at once (PostgreSQL then stops by itself). */
export function asked(): Promise<string> {
  let first = Number.POSITIVE_INFINITY;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (performance.now() - first > sameWish) process.exit(130);
        first = Math.min(first, performance.now());
        resolve(signal);
      });
    }
  });
}
