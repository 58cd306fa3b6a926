import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inScope } from '#platform/postgres/in-scope.ts';
import { aConsole } from '#test/a-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aPhoneKey, tell, withApi } from '#test/a-switchboard.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { claimExtension, leaveExtension } from './claim-extension.ts';

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
  await aNamedUtility(t.owner, {
    phoneLines: [
      { number: '19000000', unit: 'CARE' },
      { number: '0276222333', unit: 'U1' },
    ],
  });
  key = await aPhoneKey(t);
});

const at = (second: number) => new Date(t.clock.now().getTime() + second * 1000).toISOString();
const ringing = (change: object = {}) => ({
  callId: 'a-1',
  event: 'ringing',
  at: at(0),
  caller: '0912 345 678',
  line: '1900 0000',
  extension: '101',
  ...change,
});
const calls = () => t.owner.selectFrom('calls').selectAll().orderBy('call_id').execute();
const events = () => t.owner.selectFrom('call_events').selectAll().execute();

test('a call is told from its first ring to its end; told twice it is the same call', async () => {
  const agent = await aStaffMember(t.owner, 'agent', 'CARE');
  await claimExtension(t, agent, { extension: '101', takeOver: false });
  const first = await tell(app, key, ringing());
  expect(first).toMatchObject({ status: 200, body: { callId: 'a-1', state: 'ringing', replayed: false } });
  expect(await tell(app, key, ringing())).toMatchObject({ body: { id: first.body.id, replayed: true } });
  await tell(app, key, ringing({ event: 'answered', at: at(8) }));
  await tell(app, key, ringing({ event: 'ended', at: at(60), caller: null, line: null, extension: null }));
  expect(await calls()).toMatchObject([
    {
      state: 'ended',
      caller: '+84912345678',
      caller_kind: 'known',
      unit_code: 'CARE',
      staff_id: agent.id,
      rang_at: new Date(at(0)),
      answered_at: new Date(at(8)),
    },
  ]);
  expect(await events()).toHaveLength(3);
});

test('told in any order, some of it twice and all at once, it is the same call', async () => {
  const told = [
    ringing(),
    ringing({ at: at(9), extension: '102' }),
    ringing({ event: 'answered', at: at(14), extension: '102' }),
    ringing({ event: 'ended', at: at(80), extension: '' }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...told, ...told], { minLength: 4 }),
      fc.uuid(),
      async (some, callId) => {
        await Promise.all([...some, ...told].map((event) => tell(app, key, { ...event, callId })));
        const call = (await calls()).find((row) => row.call_id === callId);
        expect(call).toMatchObject({
          state: 'ended',
          extension: '102',
          began_at: new Date(at(0)),
          rang_at: new Date(at(0)),
          answered_at: new Date(at(14)),
          ended_at: new Date(at(80)),
        });
      },
    ),
    { numRuns: 8 },
  );
});

describe('what is malformed is named', () => {
  const cases: [object, string[]][] = [
    [{ callId: '' }, ['callId']],
    [{ callId: 'có dấu\0' }, ['callId']],
    [{ event: 'hung-up' }, ['event']],
    [{ at: 'yesterday' }, ['at']],
    [{ at: '2026-03-04T09:00:00' }, ['at']],
    [{ caller: 84912345678 }, ['caller']],
    [{ caller: 'x'.repeat(101), line: 'x'.repeat(101), extension: '1 0 1' }, ['caller', 'extension', 'line']],
    [{ callId: undefined, event: undefined, at: undefined }, ['at', 'callId', 'event']],
  ];
  test.each(cases)('%j', async (change, fields) => {
    const { status, body } = await tell(app, key, ringing(change));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer.slice(2)).sort()).toEqual(fields);
    expect(await calls()).toEqual([]);
  });
  test('a clock that is far off is told so', async () => {
    for (const [second, code] of [
      [301, 'time_ahead'],
      [-8 * 86_400, 'time_behind'],
    ] as const)
      expect(await tell(app, key, ringing({ at: at(second) }))).toMatchObject({
        status: 422,
        body: { code, errors: [{ pointer: '#/at', code }] },
      });
    expect((await tell(app, key, ringing({ at: at(290) }))).status).toBe(200);
  });
});

test('withheld, foreign and short numbers are calls like others', async () => {
  const given = { a: 'anonymous', b: '+81312345678', c: '113', d: null, e: '??' };
  for (const [callId, caller] of Object.entries(given))
    expect((await tell(app, key, ringing({ callId, caller }))).status).toBe(200);
  expect((await calls()).map(({ caller_kind, caller }) => [caller_kind, caller])).toEqual([
    ['withheld', null],
    ['foreign', '+81312345678'],
    ['short', '113'],
    ['withheld', null],
    ['unreadable', null],
  ]);
});

test('a call belongs to the unit of its line; of an unknown line, to whoever looks after the unclear', async () => {
  await tell(app, key, ringing({ callId: 'a', line: '+84276222333' }));
  await tell(app, key, ringing({ callId: 'b', line: '0999' }));
  await tell(app, key, ringing({ callId: 'c', event: 'ended', line: null }));
  await tell(app, key, ringing({ callId: 'c', line: '1900-0000' }));
  expect((await calls()).map(({ unit_code }) => unit_code)).toEqual(['U1', 'T', 'CARE']);
  const seen = async (unitCode: string) => {
    const { scope } = await aStaffMember(t.owner, 'clerk', unitCode);
    const count = (table: 'calls' | 'call_events' | 'call_results') =>
      inScope(t.db, scope, (trx) => trx.selectFrom(table).selectAll().execute());
    return [
      (await count('calls')).length,
      (await count('call_events')).length,
      (await count('call_results')).length,
    ];
  };
  expect([await seen('U1'), await seen('U2'), await seen('C1'), await seen('CARE')]).toEqual([
    [1, 1, 1],
    [0, 0, 0],
    [1, 1, 1],
    [3, 4, 3],
  ]);
});

test('who may not tell of calls', async () => {
  expect((await tell(app, 'no-key', ringing())).status).toBe(401);
  const crew = await aPhoneKey(t, { role: 'crew', unitCode: 'U1', channel: 'api' });
  expect(await tell(app, crew, ringing())).toMatchObject({ status: 403, body: { code: 'calls_not_yours' } });
  const unit = await aPhoneKey(t, { role: 'clerk', unitCode: 'U2', channel: 'api' });
  expect(await tell(app, unit, ringing({ line: '0276222333' }))).toMatchObject({
    status: 403,
    body: { code: 'line_of_other_unit' },
  });
  expect((await tell(app, unit, ringing({ line: 'new' }))).status).toBe(200);
  expect(await calls()).toHaveLength(1);
});

test('two switchboards may number their calls alike', async () => {
  const unit = await aPhoneKey(t, { role: 'clerk', unitCode: 'U1' });
  const [a, b] = [await tell(app, key, ringing()), await tell(app, unit, ringing({ line: '0276222333' }))];
  expect(a.body.id).not.toBe(b.body.id);
});

test('one agent an extension; somebody else is taken over only when asked for', async () => {
  const [lan, minh] = [
    await aStaffMember(t.owner, 'agent', 'CARE'),
    await aStaffMember(t.owner, 'clerk', 'CARE'),
  ];
  await claimExtension(t, lan, { extension: '101', takeOver: false });
  const claim = (takeOver: boolean) => claimExtension(t, minh, { extension: ' 101 ', takeOver });
  await expect(claim(false)).rejects.toMatchObject({
    reason: { code: 'extension_taken' },
    facts: { name: 'agent CARE' },
  });
  await claim(true);
  await claimExtension(t, minh, { extension: '102', takeOver: false });
  const seats = () => t.owner.selectFrom('phone_extensions').select(['extension', 'staff_id']).execute();
  expect(await seats()).toEqual([{ extension: '102', staff_id: minh.id }]);
  await Promise.all(
    [lan, minh, lan].map((one) => claimExtension(t, one, { extension: '103', takeOver: true })),
  );
  expect(await seats()).toHaveLength(1);
  await leaveExtension(t, lan);
  await leaveExtension(t, minh);
  expect(await seats()).toEqual([]);
  await expect(claimExtension(t, lan, { extension: '10 1; x', takeOver: false })).rejects.toThrow(
    'extension_shape',
  );
  const crew = await aStaffMember(t.owner, 'crew');
  await expect(claimExtension(t, crew, { extension: '101', takeOver: false })).rejects.toThrow(
    'phone_not_for_role',
  );
});
