import type { ChildProcess } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { createEndpoint } from '../src/modules/dossiers/endpoints.ts';
import { followCase } from '../src/modules/dossiers/follow-case.ts';
import { aDossierWorld } from './a-dossier-world.ts';
import { aReceiver } from './a-receiver.ts';
import { aRequest, aStaffMember } from './a-utility.ts';
import { inEarnest } from './in-earnest.ts';
import { useDb } from './use-db.ts';

const t = useDb();
const portal = aReceiver();
const secret = 'a secret for this test alone, long enough';
const start = inEarnest(t.url, secret);
const worker = () => start('worker', { WEBHOOK_ALLOW_PRIVATE: '1' }).child;
let running: ChildProcess | undefined;

test('a worker killed while the portal has the message in hand: it comes again with the same id, and the next after it', async () => {
  t.clock.set(new Date());
  const { serviceVersionId } = await aDossierWorld(t.owner);
  const deps = { db: t.db, clock: t.clock, sealer: sealerFrom(secret), allowPrivate: true };
  const wanted = { code: 'cong-mot', name: 'Cổng', unitCode: 'HCC1', url: portal.url() };
  const { secrets } = await createEndpoint(deps, await aStaffMember(t.owner, 'administrator', 'T'), wanted);
  const desk = await aStaffMember(t.owner, 'desk_clerk', 'HCC1');
  const { id } = await openCase(t, desk, aRequest(serviceVersionId, { channel: 'administration_centre' }));
  await followCase(t, id);
  portal.answer(() => running?.kill('SIGKILL')); // it has arrived; the sender dies before it hears so
  running = worker();
  await new Promise((resolve) => running?.once('exit', resolve));
  portal.answer((response) => response.writeHead(200).end('{}'));
  running = worker();
  await vi.waitFor(() => expect(portal.received).toHaveLength(3), { timeout: 30_000, interval: 100 });
  const [first, again, next] = portal.received;
  expect([again?.id, again?.body]).toEqual([first?.id, first?.body]);
  expect(portal.received.map(({ body }) => JSON.parse(body).SoThuTu)).toEqual([1, 1, 2]);
  expect(next?.id).not.toBe(first?.id);
  for (const one of portal.received) expect(() => portal.verify(one, secrets.out)).not.toThrow();
  const settled = () =>
    t.owner.selectFrom('portal_messages').select(['seq', 'state']).orderBy('seq').execute();
  await vi.waitFor(async () =>
    expect(await settled()).toEqual([
      { seq: 1, state: 'delivered' },
      { seq: 2, state: 'delivered' },
    ]),
  );
}, 90_000);
