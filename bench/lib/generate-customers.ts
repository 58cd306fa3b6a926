import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { CustomerEntry } from '#modules/customers/index.ts';
import { customerWords } from '#modules/customers/rules/words.ts';
import { type MadeUpPlace, madeUpCustomer } from '../../src/demonstration/made-up-customers.ts';
import { dropIndexes } from './drop-indexes.ts';

type Home = MadeUpPlace & { path: string; names: string[] };

/** Fills an empty table with this many made-up customers, with contracts and meter points, in the units of the loaded profile. */
export async function generateCustomers(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Keys of made-up rows fit by construction: to check each costs more than to write it.
    await client.query(
      "select set_config('motcua.system', 'on', false), set_config('session_replication_role', 'replica', false)",
    );
    const homes = await readHomes(client);
    const indexes = await dropIndexes(client, ['customers', 'contracts', 'meter_points']);
    await fill(client, homes, count);
    await learnWords(client, homes, count);
    for (const definition of indexes) await client.query(definition);
    await client.query('vacuum analyze customers, contracts, meter_points, customer_words');
    await client.query('select motcua.weigh_customer_words()');
  } finally {
    await client.end();
  }
}

async function readHomes(client: pg.Client): Promise<Home[]> {
  const { rows } = await client.query<{ code: string; path: string; ends: string[]; names: string[] }>(`
    select u.code, u.path::text, array_agg(d.name_vi || ', ' || p.name_vi) || coalesce(max(o.others), '{}') as ends,
      array[max(p.name_vi)] || coalesce(max(o.others), '{}') as names
    from org_units u join districts d on d.unit_code = u.code join provinces p on p.code = d.province_code
    left join (select province_code, array_agg(name_vi) as others from province_names group by 1) o on o.province_code = p.code
    where u.valid_to is null group by u.code order by u.code`);
  return rows.map(({ code, ...row }) => ({ ...row, unitCode: code }));
}

async function fill(client: pg.Client, homes: readonly Home[], count: number): Promise<void> {
  const pathOf = new Map(homes.map((home) => [home.unitCode, home]));
  const part = 50_000;
  for (let start = 0; start < count; start += part) {
    const entries = Array.from({ length: Math.min(part, count - start) }, (_, n) =>
      madeUpCustomer(start + n, homes),
    );
    await copy(
      client,
      'customers (code, unit_code, unit_path, kind, name, address, phones, emails, search, imported_at)',
      entries.map((entry) => customerLine(entry, pathOf)),
    );
    await copy(
      client,
      'contracts (number, customer_code, purpose, households, signed_on)',
      entries.flatMap(contractLines),
    );
    await copy(
      client,
      'meter_points (code, contract_number, customer_code, address, phases, meter_serial, transformer)',
      entries.flatMap(pointLines),
    );
  }
}

async function learnWords(client: pg.Client, homes: readonly Home[], count: number): Promise<void> {
  const sample = Math.min(count, 50_000);
  const words = new Set<string>();
  for (let n = 0; n < sample; n++) {
    const entry = madeUpCustomer(n, homes);
    for (const word of customerWords([entry.name, entry.address], 'x')) words.add(word);
  }
  for (const home of homes) for (const word of customerWords(home.names, home.path)) words.add(word);
  await client.query('insert into customer_words select unnest($1::text[]) on conflict do nothing', [
    [...words],
  ]);
}

const copy = (client: pg.Client, target: string, lines: string[]): Promise<void> =>
  pipeline(Readable.from(inChunks(lines)), client.query(copyFrom(`copy ${target} from stdin`)));

function* inChunks(lines: readonly string[]): Generator<string> {
  for (let from = 0; from < lines.length; from += 500) yield `${lines.slice(from, from + 500).join('\n')}\n`;
}

function customerLine(entry: CustomerEntry, homes: ReadonlyMap<string, Home>): string {
  const home = homes.get(entry.unitCode);
  const path = home?.path ?? '';
  const words = customerWords([entry.name, entry.address, ...(home?.names ?? [])], path);
  const { code, unitCode, kind, name, address } = entry;
  const lists = [`{${entry.phones.join(',')}}`, `{${entry.emails.join(',')}}`];
  return [code, unitCode, path, kind, name, address, ...lists, words.join(' '), '2026-01-01T00:00:00Z'].join(
    '\t',
  );
}

const contractLines = ({ code, contracts }: CustomerEntry): string[] =>
  contracts.map((one) => [one.number, code, one.purpose, one.households, one.signedOn ?? '\\N'].join('\t'));

const pointLines = ({ code, contracts }: CustomerEntry): string[] =>
  contracts.flatMap((one) =>
    one.meterPoints.map((point) =>
      [
        point.code,
        one.number,
        code,
        point.address,
        point.phases,
        point.meterSerial ?? '\\N',
        point.transformer ?? '\\N',
      ].join('\t'),
    ),
  );
