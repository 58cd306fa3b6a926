import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aConsole } from '#test/a-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aPhoneKey, tell, withApi } from '#test/a-switchboard.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { claimExtension } from './claim-extension.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let key: string;
beforeAll(async () => {
  ({ app } = await aConsole(t));
  await withApi(app, t);
});
afterAll(() => app.close());
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner, { phoneLines: [{ number: '0276222333', unit: 'U1' }] });
  key = await aPhoneKey(t, { unitCode: 'U1', role: 'clerk' });
});

const clerk = (unit: string) => aStaffMember(t.owner, 'clerk', unit);
const claim = (who: Awaited<ReturnType<typeof clerk>>, extension = '101', takeOver = false) =>
  claimExtension(t, who, { extension, takeOver });
const now = () => t.clock.now().toISOString();
const ringing = (change: object = {}) => ({
  ...{ callId: 'a-1', event: 'ringing', at: now(), caller: '0912345678', extension: '101' },
  ...change,
});
const reached = async (callId = 'a-1') =>
  (
    await t.owner
      .selectFrom('calls')
      .select('staff_id')
      .where('call_id', '=', callId)
      .orderBy('switchboard')
      .execute()
  ).map(({ staff_id }) => staff_id);

test('every unit has an extension 101 of its own; a call at one comes up at no other', async () => {
  const [here, there] = [await clerk('U1'), await clerk('U2')];
  await claim(here);
  await claim(there);
  await tell(app, key, ringing());
  await tell(app, await aPhoneKey(t, { unitCode: 'U2', role: 'clerk' }), ringing());
  await tell(app, await aPhoneKey(t, { unitCode: 'U3', role: 'clerk' }), ringing());
  expect(await reached()).toEqual([here.id, there.id, null]);
});

test('the switchboard of all has the telephones of the unit whose line was called', async () => {
  const [here, above] = [await clerk('U1'), await clerk('T')];
  await claim(here);
  await claim(above);
  const ofAll = await aPhoneKey(t, { unitCode: 'T', role: 'app' });
  await tell(app, ofAll, ringing({ line: '0276 222 333' }));
  await tell(app, ofAll, ringing({ line: '1900', callId: 'a-2' }));
  expect([await reached(), await reached('a-2')]).toEqual([[here.id], [above.id]]);
});

test('who moved to another unit no longer sits at the telephones of the one before', async () => {
  const mover = await clerk('U1');
  await claim(mover);
  await t.owner.updateTable('staff').set({ unit_code: 'U2' }).where('id', '=', mover.id).execute();
  await tell(app, key, ringing());
  expect(await reached()).toEqual([null]);
});

test('a call stays with whom it reached, whoever sits there when its end is told', async () => {
  const [morning, evening] = [await clerk('U1'), await clerk('U1')];
  await claim(morning);
  await tell(app, key, ringing());
  await tell(app, key, ringing({ event: 'answered' }));
  t.clock.advance({ minutes: 10 });
  await claim(evening, '101', true);
  await tell(app, key, ringing({ event: 'ended' }));
  expect(await reached()).toEqual([morning.id]);
});

test('what is told late reaches nobody who sat down after it; what rings on reaches who answers it', async () => {
  const rang = now();
  t.clock.advance({ minutes: 1 });
  const late = await clerk('U1');
  await claim(late);
  await tell(app, key, ringing({ at: rang }));
  expect(await reached()).toEqual([null]);
  t.clock.advance({ minutes: 1 });
  await claim(late);
  await tell(app, key, ringing({ at: rang, callId: 'a-2', event: 'ringing' }));
  await tell(app, key, ringing({ callId: 'a-2', event: 'answered' }));
  expect(await reached('a-2')).toEqual([late.id]);
});

test('a call put through to a telephone where nobody sits is nobody’s; claiming one’s own again changes nothing', async () => {
  const one = await clerk('U1');
  await claim(one);
  const rang = now();
  t.clock.advance({ minutes: 1 });
  await claim(one);
  await tell(app, key, ringing({ at: rang }));
  expect(await reached()).toEqual([one.id]);
  await tell(app, key, ringing({ extension: '102' }));
  expect(await reached()).toEqual([null]);
});
