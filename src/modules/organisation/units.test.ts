import { beforeEach, describe, expect, test } from 'vitest';
import { inScope, publicScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { aMember, anOrganisation } from '#test/an-organisation.ts';
import { useDb } from '#test/use-db.ts';
import {
  findUnit,
  listBodies,
  listDistricts,
  listUnits,
  unitOfCustomerCode,
  unitOfDistrict,
} from './queries.ts';
import { addStaff, findStaff, listStaff } from './staff.ts';

const { db, owner } = useDb();
const look = <T>(work: (trx: Trx) => Promise<T>) => inScope(db, publicScope, work);
beforeEach(() => anOrganisation(db));

describe('the unit that serves a customer', () => {
  test('by the first six characters of the customer code, however it was typed', async () => {
    const found = await look((trx) => unitOfCustomerCode(trx, ' aa 0001 0012345'));
    expect(found).toMatchObject({ ok: true, unit: { code: 'AA0001', path: 'CORP.AA.AA0001' } });
  });

  test.each(['ZZ00010012345', 'AA', '', 'P72_TR0000000'])('%j is the code of no unit', async (code) =>
    expect(await look((trx) => unitOfCustomerCode(trx, code))).toEqual({ ok: false, reason: 'unknown_code' }),
  );

  test('by the district, on a day', async () => {
    expect((await look((trx) => unitOfDistrict(trx, '703', '2026-03-04')))?.code).toBe('AA0002');
    expect(await look((trx) => unitOfDistrict(trx, '799', '2026-03-04'))).toBeUndefined();
    expect(await look((trx) => listDistricts(trx, '72', '2026-03-04'))).toHaveLength(4);
  });
});

test('units are listed in the order of the tree, by kind and by parent', async () => {
  const codes = async (of: Parameters<typeof listUnits>[1]) =>
    (await look((trx) => listUnits(trx, of))).map((unit) => unit.code);
  expect(await codes({ kind: 'company' })).toEqual(['AA', 'BB']);
  expect(await codes({ below: 'BB' })).toEqual(['BB0001', 'BB0002']);
  const bodies = await look((trx) => listBodies(trx, '2026-03-04'));
  expect(bodies.find(({ agencyKind }) => agencyKind === 'industry-and-trade')?.code).toBe('P72_TRADE');
  expect(await look((trx) => findUnit(trx, 'NONE'))).toBeUndefined();
});

describe('a person of the staff sees', () => {
  test.each([
    ['AA0001', ['CORP.AA.AA0001']],
    ['AA', ['CORP.AA']],
    ['CORP', ['CORP']],
    ['CARE', ['CORP']],
    ['P72_DESK', []],
    ['P72_TRADE', ['P72.P72_TRADE']],
  ])('from %s: %j', async (unit, paths) => {
    const actor = await aMember(db, unit);
    expect(actor).toMatchObject({
      kind: 'staff',
      role: 'clerk',
      unitCode: unit,
      scope: { paths, system: false },
    });
  });
});

test('people are taken on once, found by id or e-mail, and listed by unit', async () => {
  const person = {
    name: 'Trần Thị B',
    email: 'B@Example.vn',
    role: 'unit_head' as const,
    unitCode: 'AA0001',
  };
  await inScope(db, systemScope, async (trx) => {
    const first = await addStaff(trx, person);
    expect(await addStaff(trx, { ...person, name: 'Khác' })).toEqual(first);
    expect(await findStaff(trx, { id: first.id })).toMatchObject({ email: 'b@example.vn', userId: null });
    expect(await findStaff(trx, { userId: 'nobody' })).toBeUndefined();
    expect(await findStaff(trx, { email: 'b@EXAMPLE.vn' })).toMatchObject({ role: 'unit_head' });
    expect(await listStaff(trx, { unitCode: 'AA0001' })).toHaveLength(1);
    expect(await listStaff(trx, { unitCode: 'AA0002' })).toEqual([]);
  });
});

describe('PostgreSQL itself refuses', () => {
  test('two places of one unit on one day', async () => {
    const again = { unit_code: 'AA0001', path: 'CORP.BB.AA0001', valid: '[2020-01-01,)' };
    await expect(owner.insertInto('org_unit_paths').values(again).execute()).rejects.toThrow(/exclusion/);
  });

  test('a path that does not end in its unit', async () => {
    const wrong = owner
      .updateTable('org_units')
      .set({ path: 'CORP.AA' })
      .where('code', '=', 'AA0001')
      .execute();
    await expect(wrong).rejects.toThrow(/check constraint/);
  });

  test('the application to delete a unit', async () => {
    await expect(db.deleteFrom('org_units').execute()).rejects.toThrow(/permission denied/);
  });
});
