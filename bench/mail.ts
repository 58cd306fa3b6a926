import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mailTasks, openReader, openSmtpDoor } from '#modules/intake/index.ts';
import { systemClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/files/index.ts';
import { startWorker } from '#platform/jobs-worker.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import type { Measured } from './lib/a-database.ts';
import type { Figure } from './lib/report.ts';

const address = 'cskh@thu.example';

/**
 * Letters to cases, end to end over SMTP: a sender in a process of its own, the door, the jobs and a durable PostgreSQL
 * (fsync on). The acknowledgements are not sent here: they are another process's work where speed matters.
 */
export async function mails(
  postgres: Measured,
  { letters = 2000, connections = 16, rounds = 3 } = {},
): Promise<Figure[]> {
  const url = await postgres.make('mails');
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-mail-'));
  const db = openDatabase(url, { connections: 24 });
  const deps = { db, clock: systemClock, files: openFileStore(folder, { most: 40_000_000 }) };
  const reader = openReader();
  const warn = (words: string) => process.stderr.write(`${words}\n`);
  const kept = { secret: 'for the bench '.repeat(3), addresses: [address], host: 'thu.example', warn };
  const options = { port: 0, host: '127.0.0.1', tls: null, mostClients: 200, mostPerMinute: 1_000_000 };
  const door = await openSmtpDoor(deps, { ...options, mostBytes: 40_000_000, addresses: [address], warn });
  const tasks = { ...mailTasks({ ...deps, ...kept, reader }), tell_customer: async () => {} };
  const worker = await startWorker({ url, tasks, warn });
  try {
    await send(door.port, 100, 4);
    let there = await settled(db, 100);
    const accepted: number[] = [];
    const opened: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await send(door.port, letters, connections);
      accepted.push((letters / (performance.now() - start)) * 1000);
      there = await settled(db, there + letters);
      opened.push((letters / (performance.now() - start)) * 1000);
    }
    return [
      { what: 'letters to cases, end to end over SMTP', unit: '/s', values: opened, wanted: '≥ 100' },
      { what: 'letters taken (250 after they are kept for good)', unit: '/s', values: accepted },
    ];
  } finally {
    await door.close();
    await worker.stop();
    await reader.close();
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

async function settled(db: ReturnType<typeof openDatabase>, count: number): Promise<number> {
  for (;;) {
    const { n } = await inScope(db, systemScope, (trx) =>
      trx
        .selectFrom('mails')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('state', '=', 'opened')
        .executeTakeFirstOrThrow(),
    );
    if (n >= count) return n;
    await sleep(50);
  }
}

/** A process of its own, so that sending costs the server nothing but its share of the machine. */
function send(port: number, letters: number, connections: number): Promise<void> {
  const script = join('dist', 'bench-mail-sender.js');
  const child = spawn(
    process.execPath,
    [script, String(port), address, String(letters), String(connections)],
    {
      stdio: 'inherit',
    },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the sender ended with ${code}`)),
    );
  });
}
