import { afterAll, beforeAll, expect, test } from 'vitest';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aDossierWorld } from '#test/a-dossier-world.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());

test('the form of the desk gives the number with the case; sent twice it is one', async () => {
  await aDossierWorld(t.owner);
  await t.owner
    .insertInto('districts')
    .values({
      ...{ code: '701', province_code: '70', name_vi: 'Huyện Một', name_en: 'District One', area: 'rural' },
      ...{ unit_code: 'U1', valid_from: '2018-01-01', source: 'for tests', uncertain: false },
    })
    .execute();
  const desk = await signedIn(app, await aStaffMember(t.owner, 'desk_clerk', 'HCC1'));
  const form = {
    ...{
      requestId: crypto.randomUUID(),
      name: 'Trần Thị Bé',
      phone: '0912345678',
      address: 'Ấp 1',
      district: '701',
    },
    ...{
      'field.area': 'rural',
      'shown.identity': 'yes',
      identity: 'yes',
      visit_reason: 'asked',
      visit_other: 'Muốn nộp tại đây',
    },
  };
  const first = await desk.post('/bang/quay/supply', form);
  expect(
    [...first.body.matchAll(/id="([\w.-]+)-error"[^>]*>([^<]*)/g)].map(([, name, why]) => [name, why]),
  ).toEqual([]);
  expect([first.statusCode, first.headers.location]).toEqual([
    303,
    expect.stringContaining('/bien-nhan?moi=1'),
  ]);
  expect(await t.owner.selectFrom('dossiers').select(['code', 'status']).execute()).toEqual([
    { code: 'H99.01-260304-0001', status: 2 },
  ]);
  const second = await desk.post('/bang/quay/supply', form);
  expect(second.headers.location).toBe(first.headers.location);
  expect((await desk.get(String(first.headers.location))).body).toContain('H99.01-260304-0001');
  expect(await t.owner.selectFrom('dossiers').select('code').execute()).toHaveLength(1);
});
