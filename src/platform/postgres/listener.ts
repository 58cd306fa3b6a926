import pg from 'pg';

/** A message of the channel; `null` after the connection was lost and came back: anything may have been missed. */
export type Heard = (payload: string | null) => void;
export type Listener = { subscribe(heard: Heard): () => void; close(): Promise<void> };

const longestWait = 10_000;

/** One LISTEN connection for all who want to hear, opened with the first of them; it comes back by itself when it breaks. */
export function openListener(url: string, channel: string): Listener {
  const hearers = new Set<Heard>();
  const tell = (payload: string | null) => {
    for (const heard of hearers) heard(payload);
  };
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let tries = 0;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000, keepAlive: true });
    client = fresh;
    fresh.on('notification', ({ payload }) => tell(payload ?? ''));
    fresh.on('error', () => {}); // 'end' follows and mends
    fresh.on('end', retry);
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      if (tries > 0) tell(null);
      tries = 0;
    } catch {
      await fresh.end().catch(() => {});
      retry();
    }
  }
  function retry(): void {
    if (closed || timer) return;
    tries += 1;
    timer = setTimeout(
      () => {
        timer = undefined;
        if (!closed) void connect();
      },
      Math.min(longestWait, 250 * 2 ** tries),
    );
  }
  return {
    subscribe(heard) {
      hearers.add(heard);
      if (!client && !closed) void connect();
      return () => void hearers.delete(heard);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      hearers.clear();
      await client?.end().catch(() => {});
    },
  };
}
