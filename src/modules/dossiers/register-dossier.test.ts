import { expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { aDossierWorld, anAgencyId } from '#test/a-dossier-world.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { findDossier } from './queries.ts';
import { registerDossier } from './register-dossier.ts';

const t = useDb();

async function atDesk(desk = 'HCC1', change: object = {}) {
  const { serviceVersionId } = await world();
  const clerk = await aStaffMember(t.owner, 'desk_clerk', desk);
  const visit = { reason: 'Khách muốn nộp tại trung tâm', identitySeen: true, shown: [], note: '' };
  const request = aRequest(serviceVersionId, { channel: 'administration_centre', visit, ...change });
  return { clerk, ...(await openCase(t, clerk, request)) };
}
let made: Promise<{ serviceVersionId: number }> | undefined;
const world = () => {
  made ??= aDossierWorld(t.owner);
  return made;
};
// Each test begins with an empty database.
const fresh = () => {
  made = undefined;
};

test('a case of a desk gets a code of agency, day and running number; the next one the next', async () => {
  fresh();
  const first = await registerDossier(t, (await atDesk()).id);
  const second = await registerDossier(t, (await atDesk()).id);
  expect([first?.code, second?.code]).toEqual(['H99.01-260304-0001', 'H99.01-260304-0002']);
  expect(first).toMatchObject({ centre_code: 'HCC1', status: 2, agency_uncertain: true });
  expect(first?.appointment_at).toEqual((await atDesk()).dueAt);
  t.clock.advance({ days: 1 });
  expect((await registerDossier(t, (await atDesk()).id))?.code).toBe('H99.01-260305-0001');
  expect((await registerDossier(t, (await atDesk('HCC2')).id))?.code).toBe('H98.01-260305-0001');
});

test('asked again, at once or later, a case keeps its number and none is lost', async () => {
  fresh();
  const { id } = await atDesk();
  const many = await Promise.all(Array.from({ length: 6 }, () => registerDossier(t, id)));
  t.clock.advance({ days: 3 });
  expect(new Set([...many, await registerDossier(t, id)].map((dossier) => dossier?.code))).toEqual(
    new Set(['H99.01-260304-0001']),
  );
});

test('forty at the same moment: forty numbers, no gap, no double', async () => {
  fresh();
  await world();
  const clerk = await aStaffMember(t.owner, 'desk_clerk', 'HCC1');
  const { serviceVersionId } = await world();
  const open = () => openCase(t, clerk, aRequest(serviceVersionId, { channel: 'administration_centre' }));
  const cases = await Promise.all(Array.from({ length: 40 }, open));
  const codes = await Promise.all(cases.map(async ({ id }) => (await registerDossier(t, id))?.running));
  expect(codes.toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
});

test('the day is that of the opening in the utility’s country, though it is registered after midnight', async () => {
  fresh();
  t.clock.set('2026-03-04T23:59:00+07:00');
  const { id } = await atDesk();
  t.clock.set('2026-03-05T00:10:00+07:00');
  expect((await registerDossier(t, id))?.code).toBe('H99.01-260304-0001');
});

test('a case of the web has none; nor has one of a centre whose id is not known', async () => {
  fresh();
  const { serviceVersionId } = await world();
  const web = await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  expect(await registerDossier(t, web.id)).toBeNull();
  await t.owner.deleteFrom('standard_versions').where('kind', '=', 'agency_id').execute();
  const { id } = await atDesk();
  expect(await registerDossier(t, id)).toBeNull();
  await anAgencyId(t.owner, 'HCC1', 'H99');
  expect((await registerDossier(t, id))?.code).toBe('H99-260304-0001');
});

test('the clerk of another desk does not see it, nor does another unit', async () => {
  fresh();
  const { id, clerk } = await atDesk();
  await registerDossier(t, id);
  const seenBy = async (actor: typeof clerk) =>
    (await inScope(t.db, actor.scope, (trx) => findDossier(trx, id)))?.code;
  expect(await seenBy(clerk)).toBe('H99.01-260304-0001');
  expect(await seenBy(await aStaffMember(t.owner, 'clerk', 'U1'))).toBe('H99.01-260304-0001');
  expect(await seenBy(await aStaffMember(t.owner, 'desk_clerk', 'HCC2'))).toBeUndefined();
  expect(await seenBy(await aStaffMember(t.owner, 'clerk', 'U3'))).toBeUndefined();
});
