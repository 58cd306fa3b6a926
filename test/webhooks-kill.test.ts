import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { createEndpoint } from '../src/modules/webhooks/endpoints.ts';
import { aReceiver } from './a-receiver.ts';
import { aRequest, aStaffMember, aUtility } from './a-utility.ts';
import { useDb } from './use-db.ts';

const t = useDb();
const receiver = aReceiver();
const secret = 'a secret for this test alone, long enough';
const folder = await mkdtemp(join(tmpdir(), 'motcua-webhooks-kill-'));
let worker: ChildProcess | undefined;
afterAll(async () => {
  worker?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The worker as it is started in earnest. */
function start(): ChildProcess {
  const settings = {
    ...{ DATABASE_URL: t.url, MOTCUA_VAR: folder, MOTCUA_SECRET: secret, MOTCUA_DEMO: '0' },
    WEBHOOK_ALLOW_PRIVATE: '1',
  };
  return spawn(process.execPath, ['dist/main.js', 'worker'], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
}

test('a worker killed while the receiver has the message in hand: it comes again, with the same id', async () => {
  const { build } = await import('../scripts/lib/build.mjs');
  await build();
  t.clock.set(new Date());
  const { serviceVersionId } = await aUtility(t.owner);
  const administrator = await aStaffMember(t.owner, 'administrator', 'U1');
  const deps = { db: t.db, clock: t.clock, sealer: sealerFrom(secret), allowPrivate: true };
  const made = await createEndpoint(
    deps,
    { actor: administrator, keyId: null, unitCode: 'U1' },
    { url: receiver.url(), description: '', eventTypes: [] },
  );
  receiver.answer(() => worker?.kill('SIGKILL')); // it has arrived; the sender dies before it hears so
  worker = start();
  const died = new Promise((resolve) => worker?.once('exit', resolve));
  await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  await died;
  receiver.answer((response) => response.writeHead(204).end());
  worker = start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 30_000, interval: 100 });
  const [first, second] = receiver.received;
  expect(second?.id).toBe(first?.id);
  expect(second?.body).toBe(first?.body);
  for (const one of receiver.received) expect(() => receiver.verify(one, made.secret)).not.toThrow();
  const settled = () => t.owner.selectFrom('webhook_messages').select(['id', 'state', 'tries']).execute();
  await vi.waitFor(async () =>
    expect(await settled()).toEqual([{ id: first?.id, state: 'delivered', tries: 1 }]),
  );
}, 90_000);
