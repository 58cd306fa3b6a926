export type Outcome<R> = { ok: true; result: R } | { ok: false; error: unknown };
type Waiting<A, R> = { ask: A; resolve: (result: R) => void; reject: (error: unknown) => void };

type Options = {
  /** How many are taken into one transaction. */
  most: number;
  /** How many transactions are on their way at once. */
  lanes: number;
};

/**
 * Requests that arrive while a transaction is on its way are taken together into the next one: each is answered after the
 * commit that holds it, and a hundred cost hardly more than one (group commit, as PostgreSQL does with its own log). Nobody
 * waits for company: what comes alone goes alone, at once.
 */
export function groupCommit<A, R>(
  perform: (asks: A[]) => Promise<Outcome<R>[]>,
  { most, lanes }: Options,
): (ask: A) => Promise<R> {
  const waiting: Waiting<A, R>[] = [];
  let busy = 0;

  async function run(): Promise<void> {
    busy += 1;
    while (waiting.length > 0) {
      await settle(waiting.splice(0, most), perform);
      await new Promise((resolve) => setImmediate(resolve)); // who was just answered, or is just arriving, comes along
    }
    busy -= 1;
  }
  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (busy < lanes) void run();
    });
}

async function settle<A, R>(
  together: readonly Waiting<A, R>[],
  perform: (asks: A[]) => Promise<Outcome<R>[]>,
): Promise<void> {
  try {
    const outcomes = await perform(together.map(({ ask }) => ask));
    for (const [index, { resolve, reject }] of together.entries()) {
      const outcome = outcomes[index];
      if (outcome?.ok) resolve(outcome.result);
      else reject(outcome?.error ?? new Error('a request of a group was left without an outcome'));
    }
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}
