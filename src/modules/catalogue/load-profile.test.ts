import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listDistricts, listProvinces, listUnits, unitOfDistrict } from '#modules/organisation/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { aProfile, files, removeProfile, service } from '#test/a-profile.ts';
import { useDb } from '#test/use-db.ts';
import { loadProfile, ProfileMistakes } from './load-profile.ts';
import {
  currentCalendar,
  findService,
  listServices,
  readCalendar,
  readServiceVersion,
  readSettings,
  readStandards,
  readUtility,
} from './queries.ts';

const { db, owner, clock } = useDb();
const look = <T>(work: (trx: Trx) => Promise<T>) => inScope(db, systemScope, work);
const today = '2026-03-04';
const jobs = async () => {
  const { rows } = await sql<{
    task: string;
  }>`select task_identifier as task from graphile_worker.jobs`.execute(owner);
  return rows.map((row) => row.task);
};

async function load(changes: Record<string, string | undefined> = {}) {
  const directory = await aProfile(changes);
  onTestFinished(() => removeProfile(directory));
  return loadProfile(db, directory, clock);
}

test('a sound profile is loaded whole', async () => {
  expect(await load()).toEqual({
    status: 'loaded',
    services: 1,
    calendars: 1,
    standards: 3,
    regulations: 0,
    papers: 0,
  });
  await look(async (trx) => {
    expect(await listServices(trx, today)).toMatchObject([{ definition: { code: 'new-supply' } }]);
    expect(await currentCalendar(trx, 'office')).toMatchObject({ code: 'office', version: 1 });
    expect(await readSettings(trx, today)).toMatchObject([{ code: 'days', warnAtShare: 0.75 }]);
    expect(await readStandards(trx, today)).toMatchObject([{ code: 'restore', value: 2 }]);
    expect((await readUtility(trx, today)).hotlines).toEqual(['1900']);
    expect((await listUnits(trx)).map((unit) => unit.path)).toEqual([
      'CORP',
      'CORP.CO1',
      'CORP.CO1.CO1A',
      'CORP.CO1.CO1B',
      'CORP.CO2',
      'CORP.CO2.CO2A',
    ]);
    expect((await listDistricts(trx, '10', today)).map((district) => district.unitCode)).toEqual([
      'CO1B',
      'CO1A',
    ]);
    expect((await unitOfDistrict(trx, '101', today))?.code).toBe('CO1A');
    expect(await unitOfDistrict(trx, '101', '2017-12-31')).toBeUndefined();
  });
});

test('loading twice changes nothing, even at once', async () => {
  const directory = await aProfile();
  onTestFinished(() => removeProfile(directory));
  const both = await Promise.all([loadProfile(db, directory, clock), loadProfile(db, directory, clock)]);
  expect(both.map((result) => result.status).sort()).toEqual(['loaded', 'unchanged']);
  expect(await loadProfile(db, directory, clock)).toEqual({ status: 'unchanged' });
  expect(await owner.selectFrom('service_versions').select('id').execute()).toHaveLength(1);
});

test('one mistake: it is named, and nothing of the profile is loaded', async () => {
  const wrong = load({ 'services/new-supply.yaml': service.replace('visits: 0', 'visits: 2') });
  await expect(wrong).rejects.toThrow(ProfileMistakes);
  await expect(wrong).rejects.toThrow(/services\/new-supply\.yaml:8: visits: .*at most one visit/);
  expect(await owner.selectFrom('org_units').select('code').execute()).toEqual([]);
  expect(await owner.selectFrom('profile_loads').select('id').execute()).toEqual([]);
});

describe('what changes', () => {
  test('a service that changed is a new version; a case keeps the old one', async () => {
    await load();
    const [before] = await look((trx) => listServices(trx, today));
    clock.advance({ days: 1 });
    const changed = service.replace('Không thu tiền', 'Thu theo quy định');
    expect(await load({ 'services/new-supply.yaml': changed })).toMatchObject({ services: 1, calendars: 0 });
    await look(async (trx) => {
      const now = await findService(trx, 'new-supply', today);
      expect(now?.definition.fee.vi).toBe('Thu theo quy định');
      expect(now?.id).not.toBe(before?.id);
      expect((await readServiceVersion(trx, before?.id ?? 0)).definition.fee.vi).toBe('Không thu tiền');
    });
  });

  test('a service that follows another holds from its day', async () => {
    const ended = service.replace('validFrom: 2018-01-01', 'validFrom: 2018-01-01\nvalidTo: 2026-06-30');
    const next = service
      .replace('validFrom: 2018-01-01', 'validFrom: 2026-07-01')
      .replace('visits: 0', 'visits: 1');
    await load({ 'services/new-supply.yaml': ended, 'services/next.yaml': next });
    await look(async (trx) => {
      expect((await findService(trx, 'new-supply', '2026-06-30'))?.definition.visits).toBe(0);
      expect((await findService(trx, 'new-supply', '2026-07-01'))?.definition.visits).toBe(1);
    });
  });

  test('a service left out is offered no more', async () => {
    await load();
    await load({ 'services/new-supply.yaml': undefined });
    expect(await look((trx) => listServices(trx, today))).toEqual([]);
  });

  test('a holiday announced later is a new version of the calendar; the old one stays readable', async () => {
    await load();
    expect(await jobs()).toEqual([]);
    const old = await look((trx) => currentCalendar(trx, 'office'));
    const holiday =
      'exceptions:\n  - { date: 2026-01-02, intervals: [], name: { vi: Nghỉ, en: Off }, source: Notice }\n';
    const calendar = (files['calendars/office.yaml'] ?? '').replace('exceptions:\n', holiday);
    expect(await load({ 'calendars/office.yaml': calendar })).toMatchObject({ calendars: 1 });
    expect(await jobs()).toEqual(['retime_cases']);
    await look(async (trx) => {
      expect(await currentCalendar(trx, 'office')).toMatchObject({ version: 2 });
      expect((await readCalendar(trx, old.id)).exceptions).toHaveLength(1);
    });
  });

  test('a name is corrected; a move without a reorganisation is refused and loads nothing', async () => {
    await load();
    const units = files['units/units.yaml'] ?? '';
    await load({ 'units/units.yaml': units.replace('Một A', 'Một Á') });
    expect((await look((trx) => listUnits(trx, { kind: 'district_unit' })))[0]?.name.vi).toBe('Một Á');
    const moved = units.replace(
      'CO1A, kind: district_unit, parent: CO1',
      'CO1A, kind: district_unit, parent: CO2',
    );
    await expect(load({ 'units/units.yaml': moved })).rejects.toThrow(
      'write the move as a dated reorganisation',
    );
    expect((await look((trx) => listUnits(trx, { kind: 'district_unit' })))[0]?.name.vi).toBe('Một Á');
  });
});

test('PostgreSQL itself refuses two versions in force on one day', async () => {
  await load();
  const twice = owner
    .insertInto('service_versions')
    .values({
      service_code: 'new-supply',
      valid_from: today,
      definition: '{}',
      source: 'x',
      loaded_at: clock.now(),
    })
    .execute();
  await expect(twice).rejects.toThrow(/exclusion constraint/);
});

test('the profile of the southern utility loads clean', async () => {
  expect(await loadProfile(db, 'profiles/evnspc', clock)).toMatchObject({
    status: 'loaded',
    services: 20,
    calendars: 2,
  });
  await look(async (trx) => {
    const count = async (kind: Parameters<typeof listUnits>[1]) => (await listUnits(trx, kind)).length;
    expect(await count({ kind: 'company' })).toBe(21);
    expect(await count({ kind: 'district_unit' })).toBe(203);
    expect(await count({ kind: 'administration_centre' })).toBe(21);
    const provinces = await listProvinces(trx);
    expect(provinces).toHaveLength(21);
    for (const province of provinces)
      expect((await listDistricts(trx, province.code, today)).length).toBeGreaterThan(5);
    const services = await listServices(trx, today);
    expect(services.map(({ definition }) => definition.number)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });
});
