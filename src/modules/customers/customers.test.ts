import { beforeEach, describe, expect, test } from 'vitest';
import { inScope, publicScope, type Scope, systemScope } from '#platform/postgres/in-scope.ts';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { useDb } from '#test/use-db.ts';
import {
  findCustomer,
  findCustomersByEmail,
  findCustomersByPhone,
  matchCustomers,
  readCustomerFile,
  searchCustomers,
} from './index.ts';

const t = useDb({ profile: true });
const below = (...paths: string[]): Scope => ({ ...publicScope, paths });
const care = below('EVNSPC');
const search = (typed: string, scope: Scope = care) =>
  inScope(t.db, scope, async (trx) => (await searchCustomers(trx, typed, 20)).map(({ code }) => code));

const thang = aCustomer();
const lan = aCustomer({
  code: 'PB08010000002',
  unitCode: 'PB0801',
  name: 'Trần Thị Lan',
  address: 'Số 7, Phường 1, tỉnh Đồng Tháp',
  phones: ['+84392345678', '+842733822222'],
  emails: ['lan@example.com'],
});
beforeEach(() => haveCustomers(t.db, thang, lan));

describe('a search finds', () => {
  test.each([
    ['a name', 'Nguyễn Đức Thắng'],
    ['without diacritics', 'nguyen duc thang'],
    ['in any order', 'Thắng Nguyễn'],
    ['half typed', 'duc ngu'],
    ['decomposed', 'Nguyễn Đức'.normalize('NFD')],
    ['capitals', 'NGUYỄN ĐỨC'],
    ['an address', 'cam giang thanh duc'],
    ['name and address', 'thắng cẩm giang'],
    ['name and house number', 'thang 12'],
    ['the unit’s province', 'thang tay ninh'],
    ['a code', 'PB05080000001'],
    ['a code in groups', 'pb 0508 0000001'],
    ['a code begun', 'PB050800'],
    ['a meter point', 'PB05080000001001'],
    ['a phone', '0909 123 456'],
    ['a phone from abroad', '+84909123456'],
    ['a phone and a name', 'thắng 0909123456'],
    ['an e-mail', 'Thang@Example.com'],
  ])('%s: %s', async (_, typed) => expect(await search(typed)).toEqual([thang.code]));

  test.each([
    ['the province as it was', 'lan tien giang'],
    ['the province as it is', 'lan dong thap'],
    ['a mobile number from before 2018', '0169 234 5678'],
    ['a landline', '(0273) 3822 222'],
  ])('%s: %s', async (_, typed) => expect(await search(typed)).toEqual([lan.code]));

  test.each([
    ['nobody', 'Phạm Văn Không'],
    ['a house number begun', 'thang 1'],
    ['another’s phone', 'lan 0909123456'],
    ['nothing', '   '],
    ['signs', "'; drop table customers; -- %_\\ & | ! ( ) :* <->"],
    ['a null byte', '\0'],
    ['the mark of a unit', '@pb0508'],
    ['very much', 'khong '.repeat(5000)],
  ])('nobody for %s', async (_, typed) => expect(await search(typed)).toEqual([]));
});

describe('who sees a customer', () => {
  const everywhere = async (scope: Scope) => {
    const found = await inScope(t.db, scope, async (trx) => [
      await findCustomer(trx, thang.code),
      await readCustomerFile(trx, thang.code),
      ...(await findCustomersByPhone(trx, '+84909123456')),
      ...(await findCustomersByEmail(trx, 'thang@example.com')),
      ...(await searchCustomers(trx, 'nguyen duc', 20)),
      ...(await searchCustomers(trx, 'PB0508', 20)),
      ...(await searchCustomers(trx, 'PB05080000001001', 20)),
    ]);
    return found.filter(Boolean).length;
  };
  test.each([
    ['the care centre', care, 7],
    ['the system', systemScope, 7],
    ['their unit', below('EVNSPC.PB05.PB0508'), 7],
    ['their company', below('EVNSPC.PB05'), 7],
    ['one of several units', below('EVNSPC.PB08', 'EVNSPC.PB05.PB0508'), 7],
    ['the unit beside it', below('EVNSPC.PB05.PB0502'), 0],
    ['another company', below('EVNSPC.PB08'), 0],
    ['nobody in particular', publicScope, 0],
    ['the desk of an administration centre', { ...publicScope, desks: ['P72_DESK'] }, 0],
    ['an app', { ...publicScope, desks: ['key:1'] }, 0],
  ])('%s', async (_, scope, seen) => expect(await everywhere(scope)).toBe(seen));
});

test('a batch is matched in its order: by code, else by the phone, else by the mail of exactly one', async () => {
  await haveCustomers(
    t.db,
    aCustomer({ code: 'PB05080000003', phones: ['+84909123456', '+84911111111'], emails: [] }),
  );
  const ask = (customerCode: string | null, phone: string | null = null, email: string | null = null) => ({
    customerCode,
    phone,
    email,
  });
  const asks = [
    ask(lan.code, '+84909123456'),
    ask('PB05089999999', '+84911111111'),
    ask(null, '+84909123456'),
    ask(null, '+84909123456', 'THANG@example.com'),
    ask(null, null, 'lan@example.com'),
    ask(null, '+84999999999', 'no@example.com'),
    ask(null),
  ];
  expect(await inScope(t.db, systemScope, (trx) => matchCustomers(trx, asks))).toEqual([
    lan.code,
    'PB05080000003',
    null,
    thang.code,
    lan.code,
    null,
    null,
  ]);
  expect(await inScope(t.db, care, (trx) => matchCustomers(trx, asks.slice(0, 1)))).toEqual([null]);
  expect(await inScope(t.db, systemScope, (trx) => matchCustomers(trx, []))).toEqual([]);
});
