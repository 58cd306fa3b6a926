import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inScope, publicScope, type Scope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { useDb } from '#test/use-db.ts';
import { generateCustomers } from '../../../bench/lib/generate-customers.ts';
import { findCustomersByPhone, listCustomers, matchCustomers, readCustomerFile } from './find-customers.ts';
import { searchCustomers } from './index.ts';

const t = useDb({ profile: true });
const unit = { ...publicScope, paths: ['EVNSPC.PB08.PB0801'] };
const care = { ...publicScope, paths: ['EVNSPC'] };

/** The customers that a scan read from beginning to end, or to where it stopped. */
async function scanned(work: (trx: Trx) => Promise<unknown>, scope: Scope = care): Promise<number> {
  return inScope(t.db, scope, async (trx) => {
    const before = await rowsScanned(trx);
    await work(trx);
    return (await rowsScanned(trx)) - before;
  });
}

async function rowsScanned(trx: Trx): Promise<number> {
  const { rows } = await sql<{ read: number }>`select (pg_stat_get_xact_tuples_returned('customers'::regclass)
    + pg_stat_get_xact_tuples_returned('meter_points'::regclass) + pg_stat_get_xact_tuples_returned('contracts'::regclass))::bigint as read`.execute(
    trx,
  );
  return rows[0]?.read ?? 0;
}

const typed = [
  'nguyen',
  'Nguyễn Văn',
  'nguyen van hoa',
  'ngu',
  'n',
  'tran thi lan so 12',
  'thach rang quach',
  'zzz',
  'PB0801000001',
  'PB0801',
  '0912345678',
  'kh12@example.com',
];

test('with twenty thousand customers no search, list or look-up reads them one after another', async () => {
  await generateCustomers(t.url, 20_000);
  expect(await scanned((trx) => trx.selectFrom('customers').select('name').execute())).toBe(20_000);
  for (const scope of [care, unit]) {
    for (const one of typed)
      expect(await scanned((trx) => searchCustomers(trx, one, 50), scope), one).toBe(0);
    expect(await scanned((trx) => listCustomers(trx, 'PB0801', '', 50), scope)).toBe(0);
    expect(await scanned((trx) => readCustomerFile(trx, 'PB08010000001'), scope)).toBe(0);
  }
  expect(await scanned((trx) => findCustomersByPhone(trx, '+84912345678'))).toBe(0);
  const asks = [{ customerCode: 'PB08010000001', phone: '+84912345678', email: 'kh12@example.com' }];
  expect(await scanned((trx) => matchCustomers(trx, asks), systemScope)).toBe(0);

  const found = await inScope(t.db, care, (trx) => searchCustomers(trx, 'nguyen van', 50));
  expect(found).toHaveLength(50);
  const { count } = await t.owner
    .selectFrom('customers')
    .select(sql<number>`count(*)`.as('count'))
    .where('name', 'like', 'Quách%')
    .executeTakeFirstOrThrow();
  expect(await inScope(t.db, care, (trx) => searchCustomers(trx, 'quach', 500))).toHaveLength(count);
}, 120_000);
