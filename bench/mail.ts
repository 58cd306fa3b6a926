import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadProfile } from '../src/modules/catalogue/index.ts';
import { mailTasks, openReader, openSmtpDoor } from '../src/modules/intake/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts';
import { openFileStore } from '../src/platform/files/index.ts';
import { startWorker } from '../src/platform/jobs-worker.ts';
import { openDatabase } from '../src/platform/postgres/database.ts';
import { inScope, systemScope } from '../src/platform/postgres/in-scope.ts';
import { migrate } from '../src/platform/postgres/migrate.ts';

export type MailBench = {
  letters: number;
  connections: number;
  /** From the first connection to the last 250. */
  acceptedPerSecond: number;
  /** From the first connection to the last case in the database. */
  casesPerSecond: number;
  cases: number;
  cpuSecondsOfServer: number;
};

const address = 'cskh@thu.example';

/**
 * Letters to cases, end to end over SMTP: a sender in a process of its own, the door, the jobs and a durable PostgreSQL
 * (fsync on). The acknowledgements are not sent here: they are another process's work where speed matters.
 */
export async function benchMail({ letters = 2000, connections = 8 } = {}): Promise<MailBench> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-mail-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'));
  await migrate(server.url);
  const db = openDatabase(server.url, { connections: 24 });
  await loadProfile(db, 'profiles/evnspc', systemClock);
  const deps = { db, clock: systemClock, files: openFileStore(join(folder, 'files'), { most: 40_000_000 }) };
  const reader = openReader();
  const warn = (words: string) => process.stderr.write(`${words}\n`);
  const reading = {
    ...deps,
    reader,
    secret: 'for the bench '.repeat(3),
    addresses: [address],
    host: 'thu.example',
    warn,
  };
  const options = { port: 0, host: '127.0.0.1', tls: null, mostClients: 200, mostPerMinute: 1_000_000 };
  const door = await openSmtpDoor(deps, { ...options, mostBytes: 40_000_000, addresses: [address], warn });
  const worker = await startWorker({
    url: server.url,
    tasks: { ...mailTasks(reading), tell_customer: async () => {} },
    warn,
  });
  try {
    await send(door.port, 20, 1);
    await settled(db, 20);
    const cpu = process.cpuUsage();
    const start = performance.now();
    await send(door.port, letters, connections);
    const accepted = performance.now() - start;
    const cases = await settled(db, letters + 20);
    const whole = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    return {
      letters,
      connections,
      acceptedPerSecond: Math.round((letters / accepted) * 1000),
      casesPerSecond: Math.round((letters / whole) * 1000),
      cases: cases - 20,
      cpuSecondsOfServer: Math.round((user + system) / 1e4) / 100,
    };
  } finally {
    await door.close();
    await worker.stop();
    await reader.close();
    await db.destroy();
    await server.stop();
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
  const script = join(process.cwd(), 'bench/mail-sender.ts');
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [letters, connections] = process.argv.slice(2).map(Number);
  console.table([await benchMail({ letters: letters || 2000, connections: connections || 8 })]);
}
