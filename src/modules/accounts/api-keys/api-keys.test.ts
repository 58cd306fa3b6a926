import { expect, test } from 'vitest';
import { anOrganisation } from '#test/an-organisation.ts';
import { useDb } from '#test/use-db.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { openKeyRing } from './key-ring.ts';

const t = useDb();
const wanted = {
  name: 'Tổng đài',
  role: 'agent',
  unitCode: 'CARE',
  channel: 'phone',
  createdBy: 'x',
} as const;

test('a key acts with its role in its unit; what is kept of it opens nothing', async () => {
  await anOrganisation(t.db);
  const { id, token } = await createApiKey(t, wanted);
  const machine = await openKeyRing(t).find(token);
  expect(machine).toMatchObject({ keyId: id, channel: 'phone' });
  expect(machine?.actor).toMatchObject({
    kind: 'machine',
    role: 'agent',
    via: 'phone',
    scope: { paths: ['CORP'] },
  });
  const kept = JSON.stringify(await listApiKeys(t));
  expect(kept).not.toContain(token.slice(8));
});

test('an app sees what it filed; the desk of an administration centre what was filed there', async () => {
  await anOrganisation(t.db);
  const app = await createApiKey(t, { ...wanted, role: 'app', unitCode: 'CORP', channel: 'app' });
  const desk = await createApiKey(t, {
    ...wanted,
    role: 'desk_clerk',
    unitCode: 'P72_DESK',
    channel: 'portal',
  });
  const ring = openKeyRing(t);
  expect((await ring.find(app.token))?.actor).toMatchObject({
    kind: 'customer',
    scope: { paths: [], desks: [`key:${app.id}`] },
  });
  expect((await ring.find(desk.token))?.actor.scope).toMatchObject({ paths: [], desks: ['P72_DESK'] });
});

test.each([
  ['desk_clerk', 'CARE', 'desk_needed'],
  ['clerk', 'P72_DESK', 'desk_clerks_only'],
] as const)('a key of a %s in %s is not made: %s', async (role, unitCode, reason) => {
  await anOrganisation(t.db);
  await expect(createApiKey(t, { ...wanted, role, unitCode })).rejects.toThrow(reason);
  expect(await listApiKeys(t)).toEqual([]);
});

test('a key that is unknown, revoked or run out opens nothing', async () => {
  await anOrganisation(t.db);
  const expiresAt = new Date(t.clock.now().getTime() + 60_000);
  const { id, token } = await createApiKey(t, { ...wanted, expiresAt });
  const ring = openKeyRing(t);
  expect(await ring.find(`${token}x`)).toBeUndefined();
  expect(await ring.find(token)).toBeDefined();
  expect(await revokeApiKey(t, id)).toBe(true);
  expect(await revokeApiKey(t, id)).toBe(false);
  expect(await openKeyRing(t).find(token)).toBeUndefined();
  t.clock.advance({ minutes: 0.1 });
  expect(await ring.find(token), 'remembered for five seconds, no longer').toBeUndefined();
  const second = await createApiKey(t, { ...wanted, expiresAt: new Date(t.clock.now().getTime() + 1000) });
  t.clock.advance({ minutes: 0.1 });
  expect(await ring.find(second.token)).toBeUndefined();
  await expect(createApiKey(t, { ...wanted, unitCode: 'NONE' })).rejects.toThrow('unit_unknown');
});
