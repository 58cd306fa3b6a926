import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { type CustomerEntry, type ImportKind, importKinds } from '#modules/customers/index.ts';
import { systemClock, todayOf } from '#platform/clock.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { type MadeUpPlace, madeUpCustomer } from '../demonstration/made-up-customers.ts';
import { readMadeUpPlaces } from '../demonstration/made-up-places.ts';
import { CommandRefused, say } from './say.ts';
import { withDatabase } from './with-database.ts';

const usage = {
  vi: 'Cách dùng: generate customers|contracts|meter-points SỐ_KHÁCH_HÀNG TỆP.csv',
  en: 'Usage: generate customers|contracts|meter-points CUSTOMERS FILE.csv',
};

/** A file of made-up customers, or of their contracts or meter points: the same people each time. */
export async function generateCommand([what, typed, file]: string[]): Promise<number> {
  const kind = importKinds.find((known) => known === what);
  if (!kind || !file || !/^[1-9]\d{0,7}$/.test(typed ?? '')) throw new CommandRefused([usage], 2);
  const count = Number(typed);
  const today = todayOf(systemClock);
  const places = await withDatabase((db) => inScope(db, publicScope, (trx) => readMadeUpPlaces(trx, today)));
  if (places.length === 0)
    throw new CommandRefused([
      { vi: 'Chưa nạp hồ sơ ngành điện: chạy seed trước.', en: 'No profile is loaded: run seed first.' },
    ]);
  await pipeline(Readable.from(linesOf(kind, count, places)), createWriteStream(file));
  say({ vi: `Đã viết ${file}: ${count} khách hàng đặt ra`, en: `${count} made-up customers written` });
  return 0;
}

function* linesOf(kind: ImportKind, count: number, places: readonly MadeUpPlace[]): Generator<string> {
  yield `${headers[kind]}\n`;
  for (let from = 0; from < count; from += 1000) {
    const length = Math.min(1000, count - from);
    const entries = Array.from({ length }, (_, n) => madeUpCustomer(from + n, places));
    yield stringify(entries.flatMap(rowsOf[kind]));
  }
}

const headers: Record<ImportKind, string> = {
  customers: 'code,name,kind,address,phones,emails',
  contracts: 'number,customer_code,purpose,households,signed_on',
  'meter-points': 'code,contract_number,address,phases,meter_serial,transformer',
};

type Row = (string | number | null)[];
const rowsOf: Record<ImportKind, (entry: CustomerEntry) => Row[]> = {
  customers: ({ code, name, kind, address, phones, emails }) => [
    [code, name, kind, address, phones.join(';'), emails.join(';')],
  ],
  contracts: ({ code, contracts }) =>
    contracts.map((one) => [one.number, code, one.purpose, one.households, one.signedOn]),
  'meter-points': ({ contracts }) =>
    contracts.flatMap(({ number, meterPoints }) =>
      meterPoints.map((one) => [one.code, number, one.address, one.phases, one.meterSerial, one.transformer]),
    ),
};
