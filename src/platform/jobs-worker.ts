import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, makeWorkerUtils, run, type TaskList } from 'graphile-worker';
import pg from 'pg';

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
  let round = await begin(options, warn);
  const supervising = supervise();

  async function supervise(): Promise<void> {
    for (let tries = 0; !stopping.signal.aborted; ) {
      await round.ended;
      await sleep(Math.min(longestWait, 250 * 2 ** tries), null, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        round = await begin(options, warn);
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
      await Promise.race([round.stop(), sleep(5000, null, { ref: false })]);
      await Promise.race([supervising, sleep(1000, null, { ref: false })]);
    },
  };
}

type Round = { ended: Promise<void>; stop(): Promise<void> };

/** One run of the library's runner, on connections of its own. */
async function begin(
  { url, tasks, crontab = '', concurrency = 2 }: Options,
  warn: (message: string) => void,
): Promise<Round> {
  const pgPool = steadyPool(url, concurrency + 2, warn);
  try {
    await freeAbandoned(pgPool);
    const runner = await run({
      pgPool,
      taskList: asTaskList(tasks),
      crontab,
      concurrency,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') warn(message);
      }),
      noHandleSignals: true,
      // Without batches the library lets a failure to write down how a job ended go unhandled, which ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    const stop = () => runner.stop().catch(() => {}); // it rejects where it had stopped already
    // A job may have been locked in our name and its description lost on the way: begin anew, which frees it.
    runner.events.once('worker:getJob:error', stop);
    const ended = runner.promise
      .catch((error: unknown) => warn(`jobs stopped: ${String(error)}`))
      .finally(() => pgPool.end());
    return { ended, stop };
  } catch (error) {
    await pgPool.end();
    throw error;
  }
}

const asTaskList = (tasks: Tasks): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
  );

/** The library's own pool forgets its error handlers before its connections end; one that breaks then would end the process. */
function steadyPool(connectionString: string, max: number, warn: (message: string) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 3000 });
  const lost = (error: Error) => warn(`a connection of the jobs was lost: ${error.message}`);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

async function freeAbandoned(pgPool: pg.Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool, logger: new Logger(() => () => {}) });
  try {
    const { rows } = await pgPool.query<{ locked_by: string }>(
      'select distinct locked_by from graphile_worker.jobs where locked_by is not null',
    );
    if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((row) => row.locked_by));
  } finally {
    await utils.release();
  }
}
