import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { useDb } from '#test/use-db.ts';
import { enqueue } from './jobs.ts';
import { startWorker } from './jobs-worker.ts';
import { inScope, publicScope } from './postgres/in-scope.ts';

const { db, owner, url } = useDb();
const waiting = async () =>
  (await sql<{ n: number }>`select count(*) as n from graphile_worker._private_jobs`.execute(owner)).rows[0]
    ?.n;
const inHand = async () =>
  (
    await sql<{
      n: number;
    }>`select count(*) as n from graphile_worker._private_jobs where locked_by is not null`.execute(owner)
  ).rows[0]?.n;
const ask = (key: string) => inScope(db, publicScope, (trx) => enqueue(trx, 'note', { key }));

it('runs what committed transactions asked for, and stops in order', async () => {
  const done: unknown[] = [];
  const worker = await startWorker({
    url,
    tasks: {
      note: async (payload) => {
        done.push(payload);
      },
    },
  });
  await ask('kept');
  const rolledBack = inScope(db, publicScope, async (trx) => {
    await enqueue(trx, 'note', { key: 'lost' });
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  await vi.waitFor(() => expect(done).toEqual([{ key: 'kept' }]), 5000);
  await worker.stop();
  await ask('later');
  expect(await waiting()).toBe(1);
});

it('tries a failed job again, and takes up what a killed process left in hand', async () => {
  await ask(randomUUID());
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-killed', attempts = 1`.execute(
    owner,
  );
  let runs = 0;
  const warnings: string[] = [];
  const worker = await startWorker({
    url,
    warn: (message) => warnings.push(message),
    tasks: {
      note: async () => {
        runs += 1;
        if (runs === 1) throw new Error('not now');
      },
    },
  });
  await vi.waitFor(() => expect(runs).toBe(1), 5000);
  await vi.waitFor(() => expect(warnings.join()).toContain('not now'), 5000);
  await vi.waitFor(async () => expect(await inHand()).toBe(0), 5000);
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(owner);
  await vi.waitFor(() => expect(runs).toBe(2), 8000);
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 5000);
  await worker.stop();
});

it('goes on after its connections were cut', async () => {
  const done: unknown[] = [];
  const worker = await startWorker({
    url,
    tasks: {
      note: async (payload) => {
        done.push(payload);
      },
    },
  });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'x'`.execute(
    owner,
  );
  await vi.waitFor(() => ask('after'), 5000);
  await vi.waitFor(() => expect(done.length).toBeGreaterThan(0), 15_000);
  await worker.stop();
});

it('refuses to start where there is no database', async () => {
  const nowhere = startWorker({ url: 'postgres://x@127.0.0.1:9/none', tasks: {} });
  await expect(nowhere).rejects.toThrow();
});
