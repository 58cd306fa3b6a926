import { expect, onTestFinished, test } from 'vitest';
import { bindRegulations, loadProfile } from '#modules/catalogue/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aProfile, removeProfile } from '#test/a-profile.ts';
import { aRegulation } from '#test/a-regulation.ts';
import { useDb } from '#test/use-db.ts';
import { readRegulations, regulationFor } from './index.ts';
import { insertRecorded } from './queries-follow.ts';

const { db, owner, clock } = useDb();

const entry = (code: string, more: string, status = 'issued') =>
  `  - { code: ${code}, province: '10', status: ${status}, services: [new-supply], source: Decision 5, ${more} }\n`;

async function load(...entries: string[]) {
  const directory = await aProfile({
    'regulations/all.yaml': entries.length > 0 ? `entries:\n${entries.join('')}` : undefined,
  });
  onTestFinished(() => removeProfile(directory));
  return loadProfile(db, directory, clock);
}

const look = (day: string, province = '10', service = 'new-supply') =>
  inScope(db, systemScope, (trx) => regulationFor(trx, { province, service, day }));

test('the issued one in force on the day of filing, and no other', async () => {
  await load(
    entry('first', 'validFrom: 2019-01-01, validTo: 2020-06-30'),
    entry('second', 'validFrom: 2020-08-01'),
    entry('third', 'validFrom: 2021-01-01', 'drafting'),
  );
  expect(await look('2018-12-31')).toBeNull();
  expect(await look('2019-01-01')).toMatchObject({ code: 'first', definition: { source: 'Decision 5' } });
  expect((await look('2020-06-30'))?.code).toBe('first');
  expect(await look('2020-07-31')).toBeNull();
  expect((await look('2026-03-04'))?.code).toBe('second');
  expect(await look('2026-03-04', '99')).toBeNull();
  expect(await look('2026-03-04', '10', 'another')).toBeNull();
});

test('a corrected regulation is a new version; a case that runs still reads its own', async () => {
  await load(entry('first', 'validFrom: 2019-01-01'));
  const before = await look('2026-03-04');
  expect(await load(entry('first', 'validFrom: 2019-01-01, supplementAdds: 2'))).toMatchObject({
    regulations: 1,
  });
  const after = await look('2026-03-04');
  expect(after?.id).not.toBe(before?.id);
  expect(after?.definition.supplementAdds).toBe(2);
  const kept = await inScope(db, systemScope, (trx) => readRegulations(trx, [before?.id ?? 0]));
  expect(kept.get(before?.id ?? 0)).toMatchObject({ code: 'first' });
  expect(kept.get(before?.id ?? 0)?.definition.supplementAdds).toBeUndefined();
});

test('one that ends: what was filed before keeps it, what is filed after is without', async () => {
  await load(entry('first', 'validFrom: 2019-01-01'));
  await load(entry('first', 'validFrom: 2019-01-01, validTo: 2026-03-03'));
  expect((await look('2026-03-03'))?.code).toBe('first');
  expect(await look('2026-03-04')).toBeNull();
  await load();
  expect(await look('2026-03-03')).toBeNull();
  expect(await owner.selectFrom('regulations').select('id').execute()).toHaveLength(2);
});

test('PostgreSQL refuses two in force for one service in one province', async () => {
  await load(entry('first', 'validFrom: 2019-01-01'));
  const [row] = await owner.selectFrom('regulations').selectAll().execute();
  const twice = owner
    .insertInto('regulation_days')
    .values({
      regulation_id: row?.id ?? 0,
      province_code: '10',
      service_code: 'new-supply',
      days: '[2025-01-01,)',
    })
    .execute();
  await expect(twice).rejects.toThrow(/exclusion constraint|duplicate key/);
  const byApplication = db.deleteFrom('regulation_days').execute();
  await expect(byApplication).rejects.toThrow(/permission denied/);
});

test('a profile that is loaded again leaves what staff recorded as it is', async () => {
  await load(entry('first', 'validFrom: 2019-01-01'));
  const recorded = aRegulation({
    code: 'recorded',
    province: '10',
    services: ['new-supply'],
    validFrom: '2026-02-01',
  });
  await inScope(db, systemScope, async (trx) => {
    await insertRecorded(trx, recorded, clock.now());
    await bindRegulations(trx);
  });
  await load(
    entry('first', 'validFrom: 2019-01-01, validTo: 2026-12-31, supplementAdds: 2'),
    entry('next', 'validFrom: 2027-01-01'),
  );
  expect((await look('2026-01-31'))?.definition.supplementAdds).toBe(2);
  expect((await look('2026-02-01'))?.code).toBe('recorded');
  expect((await look('2026-12-31'))?.code).toBe('recorded');
  expect((await look('2027-01-01'))?.code).toBe('next');
});
