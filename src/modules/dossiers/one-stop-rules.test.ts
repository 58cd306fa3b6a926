import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aDossierWorld, aOneStopRule } from '#test/a-dossier-world.ts';
import { textOf } from '#test/a-pdf.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let serviceVersionId = 0;
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ serviceVersionId } = await aDossierWorld(t.owner));
  await t.owner.deleteFrom('standard_versions').where('kind', '=', 'one_stop').execute();
  const rule = (from: string, to: string | undefined, named: Parameters<typeof aOneStopRule>[1]) =>
    aOneStopRule(t.owner, named, from, to);
  await rule('2018-01-01', '2026-03-31', { code: 'papers', basis: 'Thông tư cũ' });
  await rule('2026-04-01', undefined, { code: 'papers', basis: 'Thông tư mới', uncertain: true });
  await rule('2018-01-01', '2026-03-31', { code: 'new-dates', most: 1, basis: 'Nghị định cũ' });
  await rule('2026-04-01', undefined, { code: 'new-dates', most: 2, basis: 'Nghị định mới' });
});

async function filedOn(day: string) {
  t.clock.set(`${day}T09:00:00+07:00`);
  const desk = await signedIn(app, await aStaffMember(t.owner, 'desk_clerk', 'HCC1'));
  const request = aRequest(serviceVersionId, { channel: 'administration_centre' });
  const { code } = await openCase(t, desk.actor, request);
  const base = `/bang/ho-so/${code}/mot-cua`;
  await desk.get(base);
  const again = (until: string) =>
    desk.post(`${base}/hen-lai`, { requestId: randomUUID(), until, reason: 'Mưa bão' });
  const paper = async (slug: string) => textOf((await desk.get(`${base}/${slug}.pdf`)).rawPayload);
  return { desk, base, again, paper };
}

test('the papers of each period name their own rule, whenever they are printed', async () => {
  const before = await filedOn('2026-03-04');
  const after = await filedOn('2026-04-02');
  const old = await before.paper('giay-tiep-nhan');
  expect(old).toContain('Nội dung theo Thông tư cũ;');
  const fresh = await after.paper('giay-tiep-nhan');
  expect(fresh).toContain('Nội dung theo Thông tư mới (căn cứ chưa được xác nhận);');
  const pdf = await after.desk.get('/bang/so-theo-doi.pdf?trung-tam=HCC1&tu=2026-03-01&den=2026-04-30');
  expect(await textOf(pdf.rawPayload)).toContain('Nội dung theo Thông tư cũ; Thông tư mới');
});

test('one new date by the older rule, whose name the refusal and the apology say', async () => {
  const { desk, base, again, paper } = await filedOn('2026-03-04');
  expect((await desk.get(base)).body).toContain('Chỉ được hẹn lại một lần (Nghị định cũ).');
  expect((await again('2026-03-20')).statusCode).toBe(303);
  expect(await paper('phieu-xin-loi')).toContain('một lần (Nghị định cũ)');
  // The newer rule has begun, and is not that of this dossier.
  t.clock.set('2026-04-02T09:00:00+07:00');
  const late = await signedIn(app, await aStaffMember(t.owner, 'desk_clerk', 'HCC1'));
  const form = { requestId: randomUUID(), until: '2026-04-10', reason: 'Mưa bão' };
  const second = await late.post(`${base}/hen-lai`, form);
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('Quy định chỉ cho hẹn lại một lần (Nghị định cũ)');
});

test('two by the newer, each later than the one before', async () => {
  const { desk, base, again } = await filedOn('2026-04-02');
  expect((await again('2026-04-20')).statusCode).toBe(303);
  expect((await desk.get(base)).body).toContain('Chỉ được hẹn lại hai lần (Nghị định mới).');
  expect((await again('2026-04-17')).statusCode).toBe(422);
  expect((await again('2026-04-24')).statusCode).toBe(303);
  const third = await again('2026-05-08');
  expect(third.statusCode).toBe(409);
  expect(third.body).toContain('Quy định chỉ cho hẹn lại hai lần (Nghị định mới)');
  expect((await desk.get(base)).body).not.toContain('Chỉ được hẹn lại');
});

test('where no rule is known nobody is put off twice, and the sentence says that none is', async () => {
  await t.owner.deleteFrom('standard_versions').where('kind', '=', 'one_stop').execute();
  const { again, paper } = await filedOn('2026-03-04');
  expect((await again('2026-03-20')).statusCode).toBe(303);
  const second = await again('2026-03-27');
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('một lần (hệ thống chưa ghi căn cứ)');
  expect(await paper('phieu-xin-loi')).not.toContain('Nội dung theo');
});
