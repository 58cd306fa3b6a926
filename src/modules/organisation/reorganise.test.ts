import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { Refused } from '#platform/refused.ts';
import { aMember, anOrganisation } from '#test/an-organisation.ts';
import { useDb } from '#test/use-db.ts';
import { staffActor } from './actor.ts';
import { organisationTasks } from './jobs.ts';
import { findUnit, listUnits, unitOfCustomerCode, unitOfDistrict } from './queries.ts';
import { readScope } from './queries-scope.ts';
import type { RehomeOpenCases, Reorganisation } from './reorganisation.ts';
import { applyReorganisations, planReorganisations } from './reorganise.ts';
import { findStaff } from './staff.ts';

const { db, owner, clock } = useDb();
const readPaths = async (trx: Trx, unit: string) => (await readScope(trx, unit)).paths;
const look = <T>(work: (trx: Trx) => Promise<T>) => inScope(db, systemScope, work);
const rehomeOpenCases = vi.fn<RehomeOpenCases>(async () => {});
const deps = { db, clock, rehomeOpenCases };
const on = '2026-07-01';
const base = { code: 'change', on, source: 'Decision 9' };
const plan = (change: Reorganisation) => look((trx) => planReorganisations(trx, [change]));
const moves = () =>
  rehomeOpenCases.mock.calls.map(([, { from, to, districts }]) => [from, to.code, districts]);

beforeEach(async () => {
  rehomeOpenCases.mockReset();
  await anOrganisation(db);
});

const name = { vi: 'Điện lực Mới', en: 'New Power Unit' };
const merge: Reorganisation = {
  ...base,
  kind: 'merge',
  from: ['AA0001', 'AA0002'],
  into: { code: 'AA0009', name },
};

describe('units merge', () => {
  test('into a new one, which takes over districts, people, open cases and the sight of the past', async () => {
    const clerk = await aMember(db, 'AA0001');
    await plan(merge);
    expect(await applyReorganisations(deps, on)).toEqual(['change']);
    expect(moves()).toEqual([
      ['AA0001', 'AA0009', undefined],
      ['AA0002', 'AA0009', undefined],
    ]);
    await look(async (trx) => {
      expect(await findUnit(trx, 'AA0001')).toMatchObject({ validTo: '2026-06-30', path: 'CORP.AA.AA0001' });
      expect(await findUnit(trx, 'AA0009')).toMatchObject({ name, path: 'CORP.AA.AA0009', validFrom: on });
      expect((await unitOfDistrict(trx, '702', on))?.code).toBe('AA0009');
      expect((await unitOfDistrict(trx, '702', '2026-06-30'))?.code).toBe('AA0001');
      expect(await readPaths(trx, 'AA0009')).toEqual(['CORP.AA.AA0001', 'CORP.AA.AA0002', 'CORP.AA.AA0009']);
      expect(await findStaff(trx, { id: clerk.id })).toMatchObject({ unitCode: 'AA0009' });
      expect(await unitOfCustomerCode(trx, 'AA00010012345')).toMatchObject({
        ok: false,
        reason: 'closed_unit',
        unit: { code: 'AA0001' },
        successors: [{ code: 'AA0009' }],
      });
      expect((await listUnits(trx, { below: 'AA' })).map((unit) => unit.code)).toEqual(['AA0009']);
    });
  });

  test('into one of them, of another company too', async () => {
    await plan({ ...base, kind: 'merge', from: ['AA0002', 'BB0001'], into: { code: 'BB0001' } });
    await applyReorganisations(deps, on);
    await look(async (trx) => {
      expect((await findUnit(trx, 'BB0001'))?.validTo).toBeNull();
      expect(await readPaths(trx, 'BB0001')).toEqual(['CORP.AA.AA0002', 'CORP.BB.BB0001']);
      expect(await readPaths(trx, 'BB')).toEqual(['CORP.AA.AA0002', 'CORP.BB']);
      expect(await readPaths(trx, 'AA')).toEqual(['CORP.AA']);
    });
    expect(moves()).toEqual([['AA0002', 'BB0001', undefined]]);
  });

  test('twice over: the last one still sees what the first one had', async () => {
    await plan({ ...merge, code: 'first' });
    await plan({
      ...base,
      code: 'second',
      on: '2026-08-01',
      kind: 'merge',
      from: ['AA0009'],
      into: { code: 'BB0002' },
    });
    expect(await applyReorganisations(deps, '2026-09-01')).toEqual(['first', 'second']);
    expect(await look((trx) => readPaths(trx, 'BB0002'))).toContain('CORP.AA.AA0001');
  });
});

describe('a unit splits', () => {
  test('the old one stays and hands on some districts', async () => {
    await plan({
      ...base,
      kind: 'split',
      from: 'AA0001',
      parts: [
        { code: 'AA0001', districts: [] },
        { code: 'AA0008', name, districts: ['702'] },
      ],
    });
    await applyReorganisations(deps, on);
    await look(async (trx) => {
      expect((await findUnit(trx, 'AA0001'))?.validTo).toBeNull();
      expect((await unitOfDistrict(trx, '701', on))?.code).toBe('AA0001');
      expect((await unitOfDistrict(trx, '702', on))?.code).toBe('AA0008');
      expect(await readPaths(trx, 'AA0008')).toEqual(['CORP.AA.AA0001', 'CORP.AA.AA0008']);
    });
    expect(moves()).toEqual([['AA0001', 'AA0008', ['702']]]);
  });

  test('the old one closes; the first part takes what no other names', async () => {
    await plan({
      ...base,
      kind: 'split',
      from: 'AA0001',
      parts: [
        { code: 'AA0007', name, districts: [] },
        { code: 'AA0008', name, districts: ['702'] },
      ],
    });
    await applyReorganisations(deps, on);
    await look(async (trx) => {
      expect((await findUnit(trx, 'AA0001'))?.validTo).toBe('2026-06-30');
      expect((await unitOfDistrict(trx, '701', on))?.code).toBe('AA0007');
      const lookup = await unitOfCustomerCode(trx, 'AA00010012345');
      expect(lookup).toMatchObject({ successors: [{ code: 'AA0007' }, { code: 'AA0008' }] });
    });
    expect(moves()).toEqual([
      ['AA0001', 'AA0008', ['702']],
      ['AA0001', 'AA0007', undefined],
    ]);
  });

  test('a district of somebody else is refused, and nothing has changed', async () => {
    const parts = [
      { code: 'AA0001', districts: [] },
      { code: 'AA0008', name, districts: ['703'] },
    ];
    await plan({ ...base, kind: 'split', from: 'AA0001', parts });
    await expect(applyReorganisations(deps, on)).rejects.toThrow(Refused);
    expect(await look((trx) => findUnit(trx, 'AA0008'))).toBeUndefined();
    expect(await owner.selectFrom('reorganisations').select('applied_at').execute()).toEqual([
      { applied_at: null },
    ]);
  });
});

describe('a unit moves to another company', () => {
  const move: Reorganisation = { ...base, kind: 'move', units: ['AA0001'], to: 'BB' };

  test('its place changes, its history stays, both companies see their part', async () => {
    await plan(move);
    await applyReorganisations(deps, on);
    await look(async (trx) => {
      expect(await findUnit(trx, 'AA0001')).toMatchObject({
        parentCode: 'BB',
        path: 'CORP.BB.AA0001',
        validTo: null,
      });
      expect(await readPaths(trx, 'AA0001')).toEqual(['CORP.AA.AA0001', 'CORP.BB.AA0001']);
      expect(await readPaths(trx, 'BB')).toEqual(['CORP.AA.AA0001', 'CORP.BB']);
      expect(await readPaths(trx, 'AA')).toEqual(['CORP.AA']);
    });
    const paths = await owner
      .selectFrom('org_unit_paths')
      .select(['path', 'valid'])
      .where('unit_code', '=', 'AA0001')
      .orderBy('valid')
      .execute();
    expect(paths).toEqual([
      { path: 'CORP.AA.AA0001', valid: '[2018-01-01,2026-07-01)' },
      { path: 'CORP.BB.AA0001', valid: '[2026-07-01,)' },
    ]);
    expect(rehomeOpenCases.mock.calls[0]?.[1]).toMatchObject({
      to: { path: 'CORP.BB.AA0001' },
      at: clock.now(),
      decision: 'Decision 9',
    });
  });

  test('a company moves with everything below it', async () => {
    await plan({ ...base, kind: 'move', units: ['AA'], to: 'BB' });
    await applyReorganisations(deps, on);
    const units = await look((trx) => listUnits(trx, { below: 'AA' }));
    expect(units.map((unit) => unit.path)).toEqual(['CORP.BB.AA.AA0001', 'CORP.BB.AA.AA0002']);
  });
});

describe('a change is applied', () => {
  test('not before its day', async () => {
    await plan(merge);
    expect(await applyReorganisations(deps, '2026-06-30')).toEqual([]);
    expect(rehomeOpenCases).not.toHaveBeenCalled();
  });

  test('once, even when two servers do it at the same time', async () => {
    await plan(merge);
    const both = await Promise.all([applyReorganisations(deps, on), applyReorganisations(deps, on)]);
    expect(both.flat()).toEqual(['change']);
    expect(rehomeOpenCases).toHaveBeenCalledTimes(2);
    expect(await applyReorganisations(deps, on)).toEqual([]);
  });

  test('whole or not at all', async () => {
    await plan(merge);
    rehomeOpenCases.mockRejectedValueOnce(new Error('the disk is full'));
    await expect(applyReorganisations(deps, on)).rejects.toThrow('the disk is full');
    expect((await look((trx) => findUnit(trx, 'AA0001')))?.validTo).toBeNull();
    expect(await applyReorganisations(deps, on)).toEqual(['change']);
  });

  test('and planned anew until then, not after', async () => {
    await plan({ ...merge, on: '2027-01-01' });
    await plan(merge);
    await applyReorganisations(deps, on);
    await plan({ ...merge, on: '2028-01-01' });
    const [row] = await owner.selectFrom('reorganisations').select('on_date').execute();
    expect(row?.on_date).toBe(on);
  });

  test.each<[string, Reorganisation]>([
    ['reorganisation_unit_unknown', { ...base, kind: 'move', units: ['ZZ'], to: 'BB' }],
    ['reorganisation_name_missing', { ...base, kind: 'merge', from: ['AA0001'], into: { code: 'AA0099' } }],
  ])('%s', async (reason, change) => {
    await plan(change);
    await expect(applyReorganisations(deps, on)).rejects.toThrow(reason);
  });

  test('never on a unit that closed', async () => {
    await plan({ ...merge, code: 'first' });
    await plan({ ...base, code: 'second', kind: 'move', units: ['AA0001'], to: 'BB' });
    await expect(applyReorganisations(deps, on)).rejects.toThrow('reorganisation_unit_closed');
  });
});

test('a person of the unit that closed works on in the new one and sees its past', async () => {
  const before = await aMember(db, 'AA0002', 'unit_head');
  await plan(merge);
  await applyReorganisations(deps, on);
  await look(async (trx) => {
    const staff = await findStaff(trx, { id: before.id });
    const after = staff && (await staffActor(trx, staff));
    expect(after?.scope.paths).toContain('CORP.AA.AA0002');
    expect(after?.scope.paths).toContain('CORP.AA.AA0009');
  });
});

test('the job applies what is due on the day it is told', async () => {
  await plan(merge);
  const { apply_reorganisations } = organisationTasks(deps, () => on);
  await apply_reorganisations();
  expect((await look((trx) => findUnit(trx, 'AA0009')))?.validTo).toBeNull();
});
