import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, makeWorkerUtils, type Runner, run, type TaskList } from 'graphile-worker';

type Task = (payload: unknown) => Promise<void>;
export type Tasks = Readonly<Record<string, Task>>;
export type Worker = { stop(): Promise<void> };

type Options = {
  /** As the owner: the job tables are closed to the application. */
  url: string;
  tasks: Tasks;
  /** Lines like `* * * * * ring_alarms`, one a task. */
  crontab?: string;
  concurrency?: number;
  /** Told what went wrong; the worker itself goes on. */
  warn?: (message: string) => void;
};

const longestWait = 10_000;

/**
 * Runs the jobs until stopped. When the database goes away it comes back with it. Jobs that a killed process left
 * half done are freed at the start: every task here may be run twice, so one taken from a worker still alive does no harm.
 */
export async function startWorker(options: Options): Promise<Worker> {
  const { warn = () => {} } = options;
  const stopping = new AbortController();
  await freeAbandoned(options.url);
  let runner = await begin(options, warn);
  const supervising = supervise();

  async function supervise(): Promise<void> {
    for (let tries = 0; !stopping.signal.aborted; ) {
      await runner.promise.catch((error: unknown) => warn(`jobs stopped: ${String(error)}`));
      if (stopping.signal.aborted) return;
      await sleep(Math.min(longestWait, 250 * 2 ** tries), null, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        await freeAbandoned(options.url);
        runner = await begin(options, warn);
        tries = 0;
      } catch (error) {
        tries += 1;
        warn(`jobs cannot start: ${String(error)}`);
      }
    }
  }

  return {
    async stop() {
      stopping.abort();
      const gently = runner.stop().catch(() => {});
      await Promise.race([gently, sleep(5000, null, { ref: false })]);
      await Promise.race([supervising, sleep(1000, null, { ref: false })]);
    },
  };
}

function begin(
  { url, tasks, crontab = '', concurrency = 2 }: Options,
  warn: (message: string) => void,
): Promise<Runner> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') warn(message);
  });
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
  );
  return run({
    connectionString: url,
    maxPoolSize: concurrency + 2,
    taskList,
    crontab,
    concurrency,
    logger,
    noHandleSignals: true,
  });
}

async function freeAbandoned(url: string): Promise<void> {
  const utils = await makeWorkerUtils({
    connectionString: url,
    maxPoolSize: 1,
    logger: new Logger(() => () => {}),
  });
  try {
    const holders = await utils.withPgClient(async (client) => {
      const locked = 'select distinct locked_by from graphile_worker.jobs where locked_by is not null';
      return (await client.query<{ locked_by: string }>(locked)).rows;
    });
    if (holders.length > 0) await utils.forceUnlockWorkers(holders.map((row) => row.locked_by));
  } finally {
    await utils.release();
  }
}
