import type { ImportKind } from './kinds.ts';

type Sql = {
  staging: string;
  /** Lines that name what is not there. */
  strays: string;
  /** Puts in what is new, changes what differs, and leaves untouched whatever is the same. The last of two lines of one code counts. */
  merge: string;
};

const counted = `select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed,
  (select count(*) from fresh)::int - count(*)::int as same,
  (select count(*) from staged)::int - (select count(distinct key) from staged)::int as repeated from put`;

const customers: Sql = {
  staging: `create temp table staged (line bigint, key text collate "C", unit_code text, unit_path ltree, kind text, name text,
    address text, phones text[], emails text[], words text[]) on commit delete rows`,
  strays: 'select line, null::text as field, null::text as reason from staged where false',
  merge: `with fresh as (
      select distinct on (key) staged.*, array_to_tsvector(words) as search from staged order by key, line desc),
    differing as (
      select fresh.* from fresh left join customers c on c.code = fresh.key
      where c.code is null or (c.unit_code, c.unit_path, c.kind, c.name, c.address, c.phones, c.emails, c.search) is distinct from
        (fresh.unit_code, fresh.unit_path, fresh.kind, fresh.name, fresh.address, fresh.phones, fresh.emails, fresh.search)),
    put as (
      insert into customers as c (code, unit_code, unit_path, kind, name, address, phones, emails, search, imported_at)
      select key, unit_code, unit_path, kind, name, address, phones, emails, search, $1 from differing order by key
      on conflict (code) do update set unit_code = excluded.unit_code, unit_path = excluded.unit_path, kind = excluded.kind,
        name = excluded.name, address = excluded.address, phones = excluded.phones, emails = excluded.emails,
        search = excluded.search, imported_at = excluded.imported_at
      returning xmax = 0 as added)
    ${counted}`,
};

const contracts: Sql = {
  staging: `create temp table staged (line bigint, key text collate "C", customer_code text collate "C", purpose text,
    households integer, signed_on date, ended_on date) on commit delete rows`,
  strays: `select line, 'customer_code' as field, 'customer_unknown' as reason from staged
    where not exists (select from customers c where c.code = customer_code)`,
  merge: `with fresh as (
      select distinct on (key) staged.* from staged join customers c on c.code = customer_code order by key, line desc),
    differing as (
      select fresh.* from fresh left join contracts c on c.number = fresh.key
      where c.number is null or (c.customer_code, c.purpose, c.households, c.signed_on, c.ended_on) is distinct from
        (fresh.customer_code, fresh.purpose, fresh.households, fresh.signed_on, fresh.ended_on)),
    put as (
      insert into contracts (number, customer_code, purpose, households, signed_on, ended_on)
      select key, customer_code, purpose, households, signed_on, ended_on from differing order by key
      on conflict (number) do update set customer_code = excluded.customer_code, purpose = excluded.purpose,
        households = excluded.households, signed_on = excluded.signed_on, ended_on = excluded.ended_on
      returning xmax = 0 as added)
    ${counted}`,
};

const meterPoints: Sql = {
  staging: `create temp table staged (line bigint, key text collate "C", contract_number text collate "C", address text,
    phases smallint, meter_serial text, transformer text) on commit delete rows`,
  strays: `select line, case when c.number is null then 'contract_number' else 'code' end as field,
      case when c.number is null then 'contract_unknown' else 'not_of_customer' end as reason
    from staged left join contracts c on c.number = contract_number
    where c.number is null or not starts_with(key, c.customer_code)`,
  merge: `with fresh as (
      select distinct on (key) staged.line, key, contract_number, c.customer_code, phases, meter_serial, transformer,
        coalesce(nullif(staged.address, ''), k.address) as address
      from staged join contracts c on c.number = contract_number and starts_with(key, c.customer_code)
      join customers k on k.code = c.customer_code order by key, line desc),
    differing as (
      select fresh.* from fresh left join meter_points m on m.code = fresh.key
      where m.code is null or (m.contract_number, m.customer_code, m.address, m.phases, m.meter_serial, m.transformer) is distinct from
        (fresh.contract_number, fresh.customer_code, fresh.address, fresh.phases, fresh.meter_serial, fresh.transformer)),
    put as (
      insert into meter_points (code, contract_number, customer_code, address, phases, meter_serial, transformer)
      select key, contract_number, customer_code, address, phases, meter_serial, transformer from differing order by key
      on conflict (code) do update set contract_number = excluded.contract_number, customer_code = excluded.customer_code,
        address = excluded.address, phases = excluded.phases, meter_serial = excluded.meter_serial, transformer = excluded.transformer
      returning xmax = 0 as added)
    ${counted}`,
};

export const mergeSql: Record<ImportKind, Sql> = { customers, contracts, 'meter-points': meterPoints };
