import type { ChildProcess } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { createEndpoint } from '../src/modules/webhooks/endpoints.ts';
import { aReceiver } from './a-receiver.ts';
import { aRequest, aStaffMember, aUtility } from './a-utility.ts';
import { inEarnest } from './in-earnest.ts';
import { useDb } from './use-db.ts';

const t = useDb();
const receiver = aReceiver();
const secret = 'a secret for this test alone, long enough';
const start = inEarnest(t.url, secret);
const worker = () => start('worker', { WEBHOOK_ALLOW_PRIVATE: '1' }).child;
let running: ChildProcess | undefined;

test('a worker killed while the receiver has the message in hand: it comes again, with the same id', async () => {
  t.clock.set(new Date());
  const { serviceVersionId } = await aUtility(t.owner);
  const administrator = await aStaffMember(t.owner, 'administrator', 'U1');
  const deps = { db: t.db, clock: t.clock, sealer: sealerFrom(secret), allowPrivate: true };
  const made = await createEndpoint(
    deps,
    { actor: administrator, keyId: null, unitCode: 'U1' },
    { url: receiver.url(), description: '', eventTypes: [] },
  );
  receiver.answer(() => running?.kill('SIGKILL')); // it has arrived; the sender dies before it hears so
  running = worker();
  const died = new Promise((resolve) => running?.once('exit', resolve));
  await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  await died;
  receiver.answer((response) => response.writeHead(204).end());
  running = worker();
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
