import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { machineActor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { grant, takeOn } from '#test/a-body.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let found: Crossing;
beforeEach(async () => {
  await aUtility(t.owner);
  found = await aCrossingCase(t, (await aProvince(t.owner)).crossingVersionId);
});

const programOf = (unitCode: string) =>
  inScope(t.db, systemScope, (trx) =>
    machineActor(trx, { id: randomUUID(), name: 'Phần mềm của Sở', role: 'officer', unitCode, via: 'api' }),
  );

test('the program of a body acts on its own step, as its officers do, and on no other', async () => {
  const program = await programOf('P72_SXD');
  await takeOn(t, program, found.code, 'position');
  await grant(t, program, found.code, 'position');
  await expect(takeOn(t, program, found.code, 'permit')).rejects.toMatchObject({
    reason: { code: 'case_not_found' },
  });
});
