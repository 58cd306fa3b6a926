import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { useDb } from '#test/use-db.ts';
import { readCustomerFile, searchCustomers } from '../index.ts';
import { readImportFacts } from './import-facts.ts';
import { HeaderRefused, importFile } from './import-file.ts';
import type { ImportKind } from './kinds.ts';

const t = useDb({ profile: true });
const asSystem = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(t.db, systemScope, work);

async function bringIn(kind: ImportKind, content: string | Buffer, progress = () => {}) {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  const [file, report] = [join(folder, 'in.csv'), join(folder, 'refused.csv')];
  await writeFile(file, content);
  const facts = await asSystem((trx) => readImportFacts(trx, '2026-03-04'));
  const counts = await importFile({
    kind,
    file,
    report,
    url: t.url,
    facts,
    clock: t.clock,
    progress,
  });
  const refused: string[][] = parse(await readFile(report, 'utf8'), { bom: true, from: 2 });
  return {
    counts,
    refused: refused.map(([line, field, outcome, vi, en]) => ({ line, field, outcome, vi, en })),
  };
}

const header = 'code,name,kind,address,phones,emails';
const lan =
  'PB05080000001,Nguyễn Thị Lan,household,"Số 3, ấp Long Thới",0912.345.678;0169 234 5678,LAN@example.com';

test('customers come in, and a second time nothing is touched or doubled', async () => {
  const first = await bringIn('customers', `\ufeff${header}\r\n${lan}\r\n`);
  expect(first).toMatchObject({ counts: { lines: 1, added: 1, refused: 0 }, refused: [] });
  expect(await asSystem((trx) => readCustomerFile(trx, 'PB05080000001'))).toMatchObject({
    unitCode: 'PB0508',
    name: 'Nguyễn Thị Lan',
    address: 'Số 3, ấp Long Thới',
    phones: ['+84912345678', '+84392345678'],
    emails: ['lan@example.com'],
  });
  t.clock.advance({ minutes: 60 });
  const before = await t.owner.selectFrom('customers').select(['code', 'imported_at']).execute();
  expect((await bringIn('customers', `${header}\n${lan}`)).counts).toMatchObject({
    added: 0,
    changed: 0,
    same: 1,
  });
  expect(await t.owner.selectFrom('customers').select(['code', 'imported_at']).execute()).toEqual(before);
  const renamed = await bringIn('customers', `${header}\n${lan.replace('Lan', 'Mai')}`);
  expect(renamed.counts).toMatchObject({ added: 0, changed: 1, same: 0 });
  expect(await asSystem((trx) => searchCustomers(trx, 'thi mai long thoi', 5))).toHaveLength(1);
  expect(await asSystem((trx) => searchCustomers(trx, 'thi lan', 5))).toHaveLength(0);
});

test('every bad line is named with its field and reason, and stops nothing', async () => {
  const lines = [
    header,
    'X1,Người Một,,Ấp 1,,',
    'PB05080000002,,household,Ấp 1,,',
    'PB99990000003,Người Ba,,Ấp 1,,',
    'PB05080000004,Người Bốn,robot,Ấp 1,,',
    'PB05080000005,Người Năm,,Ấp 1',
    'PB05080000006,"Người Sáu,,Ấp 1,,',
    'PB05080000007,Người Bảy,hộ gia đình,Ấp 1,không có;0912345678,nobody@',
    '',
    'PB05080000008,"Người ""Tám""",,Ấp 1,,',
    'PB05080000008,Người Tám,,Ấp 8,,',
  ];
  const { counts, refused } = await bringIn('customers', Buffer.from(lines.join('\n').normalize('NFD')));
  expect(counts).toMatchObject({ lines: 9, added: 2, refused: 6, repeated: 1 });
  expect(refused.map(({ line, field }) => `${line} ${field}`)).toEqual([
    '2 code',
    '3 name',
    '4 code',
    '5 kind',
    '6 ',
    '7 ',
    '8 phones',
    '8 emails',
  ]);
  expect(refused[0]).toMatchObject({
    vi: 'Mã khách hàng không đúng dạng: “X1”.',
    en: 'No customer code: “X1”.',
  });
  expect(refused.at(-1)?.outcome).toContain('left out');
  expect(await asSystem((trx) => readCustomerFile(trx, 'PB05080000007'))).toMatchObject({
    phones: ['+84912345678'],
    emails: [],
  });
  expect(await asSystem((trx) => readCustomerFile(trx, 'PB05080000008'))).toMatchObject({ address: 'Ấp 8' });
});

test('a closed unit is refused with who took it over', async () => {
  const closed = { valid_to: '2025-12-31' };
  await t.owner.updateTable('org_units').set(closed).where('code', '=', 'PB0509').execute();
  const change = { code: 'gop', kind: 'merge', on_date: '2026-01-01', definition: '{}', source: 'for tests' };
  await t.owner.insertInto('reorganisations').values(change).execute();
  await t.owner
    .insertInto('org_successions')
    .values({ from_code: 'PB0509', to_code: 'PB0508', on_date: '2026-01-01', reorganisation_code: 'gop' })
    .execute();
  const { refused } = await bringIn('customers', `${header}\nPB05090000001,Trần Văn A,,Ấp 1,,`);
  expect(refused[0]?.vi).toBe('Điện lực PB0509 không còn hoạt động; nay thuộc PB0508.');
  await t.owner.updateTable('org_units').set({ valid_to: null }).where('code', '=', 'PB0509').execute();
});

test('contracts and meter points follow their customers; whoever names a stranger is refused', async () => {
  await bringIn('customers', `${header}\n${lan}`);
  const contracts = await bringIn(
    'contracts',
    'so_hop_dong;ma_khach_hang;muc_dich;so_ho;ngay_ky\nHD1;PB05080000001;Sinh hoạt;2;04/03/2019\nHD2;PB05080000009;;;\nHD3;PB05080000001;;0;31/02/2020',
  );
  expect(contracts.counts).toMatchObject({ added: 1, refused: 2 });
  expect(contracts.refused.map(({ line, field }) => `${line} ${field}`).toSorted()).toEqual([
    '3 customer_code',
    '4 households',
    '4 signed_on',
  ]);
  const points = 'code,contract_number,address,phases,meter_serial,transformer\n';
  const first = await bringIn(
    'meter-points',
    `${points}PB05080000001001,HD1,,3,123,T1\nPB05080000001002,HD9,,,,\nPB05080000777001,HD1,,,,`,
  );
  expect(first.counts).toMatchObject({ added: 1, refused: 2 });
  expect(first.refused.map(({ line, field }) => `${line} ${field}`)).toEqual(['3 contract_number', '4 code']);
  expect((await bringIn('meter-points', `${points}PB05080000001001,HD1,,3,123,T1`)).counts).toMatchObject({
    same: 1,
  });
  expect(await asSystem((trx) => readCustomerFile(trx, 'PB05080000001'))).toMatchObject({
    contracts: [{ number: 'HD1', households: 2, signed_on: '2019-03-04' }],
    meterPoints: [{ code: 'PB05080000001001', address: 'Số 3, ấp Long Thới', phases: 3 }],
  });
});

test('a file without its columns, or not in UTF-8, is refused or reported, never half believed', async () => {
  await expect(bringIn('customers', 'ten,dia_chi\nLan,Ấp 1')).rejects.toThrow(HeaderRefused);
  await expect(bringIn('customers', '')).rejects.toThrow(HeaderRefused);
  const latin = Buffer.from(`${header}\nPB05080000001,Nguy\xean,,Am,,\n`, 'latin1');
  expect((await bringIn('customers', latin)).refused).toMatchObject([{ line: '2', field: 'name' }]);
  const long = `${header}\n${'x'.repeat(300_000)}\n${lan}`;
  expect(await bringIn('customers', long)).toMatchObject({
    counts: { added: 1, refused: 1 },
    refused: [{ line: '2' }],
  });
});

test('a file that was stopped half-way is simply run again', async () => {
  const line = (n: number) => `PB0508${String(n).padStart(7, '0')},Người ${n},,Ấp 1,,`;
  const content = [header, ...Array.from({ length: 12_000 }, (_, n) => line(n))].join('\n');
  const stop = () => {
    throw new Error('the lights went out');
  };
  await expect(bringIn('customers', content, stop)).rejects.toThrow('the lights went out');
  expect((await bringIn('customers', content)).counts).toMatchObject({
    lines: 12_000,
    added: 2_000,
    same: 10_000,
  });
});

test('what only PostgreSQL refuses is one line’s fault, not the batch’s', async () => {
  await bringIn('customers', `${header}\n${lan}`);
  const days = ['2019-03-04', '0000-01-01', '2019-03-05', '2019-03-06'];
  const lines = days.map((day, n) => `HD${n},PB05080000001,,,${day},`);
  const { counts, refused } = await bringIn(
    'contracts',
    ['number,customer_code,purpose,households,signed_on,ended_on', ...lines].join('\n'),
  );
  expect(counts).toMatchObject({ added: 3, refused: 1 });
  expect(refused).toMatchObject([{ line: '3', vi: 'Cơ sở dữ liệu không nhận dòng này.' }]);
});
