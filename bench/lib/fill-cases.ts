import pg from 'pg';
import { dropIndexes } from './drop-indexes.ts';

const batch = 50_000;

/**
 * Fills `cases` with made-up ones, as many as asked for, spread over units, channels and states as a utility's are, in
 * the order of the three years in which they came; the newest twentieth is still open. Each has its opening event and one task. Names have the frequency they have in Viet Nam.
 * The rows are for reading plans and times; their chains are not real. `url`: as owner; a profile must be loaded.
 */
export async function fillCases(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(lists);
    const indexes = await dropIndexes(client, ['cases', 'case_events', 'case_tasks']);
    for (let from = 0; from < count; from += batch) {
      await client.query('begin');
      await client.query('set local session_replication_role = replica'); // what is generated needs no check of keys
      await client.query(insertCases, [from, Math.min(count, from + batch) - 1, count]);
      await client.query(insertEvents, [from, Math.min(count, from + batch) - 1]);
      await client.query(insertTasks, [from, Math.min(count, from + batch) - 1]);
      await client.query('commit');
    }
    for (const definition of indexes) await client.query(definition);
    await client.query('drop schema filling cascade');
    for (const table of ['cases', 'case_events', 'case_tasks']) await client.query(`vacuum analyze ${table}`);
  } finally {
    await client.end();
  }
}

/** `pick(array, n)`: the same choice for the same n, unlike the one for n + 1. */
const lists = `
  drop schema if exists filling cascade;
  create schema filling;
  create function filling.dice(n bigint, salt int) returns int language sql immutable as
    $$ select abs(hashint8(n * 31 + salt)) % 1000000 $$;
  create function filling.pick(list text[], n bigint, salt int) returns text language sql immutable as
    $$ select list[1 + filling.dice(n, salt) % array_length(list, 1)] $$;
  create table filling.units as
    select row_number() over (order by code) - 1 as n, code, path, count(*) over () as of
    from org_units where kind = 'district_unit' and valid_to is null;
  create index on filling.units (n);
  create table filling.services as
    select row_number() over (order by id) - 1 as n, id, service_code, count(*) over () as of
    from service_versions where superseded_at is null;
  create function filling.name(n bigint) returns text language sql immutable as $$
    select (case when filling.dice(n, 1) < 380000 then 'Nguyễn' when filling.dice(n, 1) < 490000 then 'Trần'
        when filling.dice(n, 1) < 585000 then 'Lê' when filling.dice(n, 1) < 655000 then 'Phạm'
        else filling.pick(array['Huỳnh','Võ','Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý','Thạch','Kim','Phan','Vũ'], n, 2) end)
      || ' ' || filling.pick(array['Văn','Thị','Minh','Ngọc','Hữu','Thanh','Kim','Hoàng','Mỹ','Đức'], n, 3)
      || ' ' || filling.pick(array['An','Bình','Cúc','Dũng','Đào','Giang','Hạnh','Hòa','Khánh','Lan','Liên','Long','Mai','Nghĩa',
        'Nhung','Phúc','Quyên','Sang','Tâm','Thảo','Thịnh','Trang','Út','Xuân','Yến','Quý','Sơn','Tiến','Vinh','Loan'], n, 4) $$;
  create function filling.address(n bigint) returns text language sql immutable as $$
    select 'Số ' || 1 + filling.dice(n, 5) % 400 || ', ' || filling.pick(array['Ấp','Khu phố','Tổ'], n, 6) || ' '
      || 1 + filling.dice(n, 7) % 12 || ', xã ' || filling.pick(array['Tân','Bình','Long','Phú','Mỹ','Vĩnh','An','Hòa'], n, 8)
      || ' ' || filling.pick(array['Thới','Hưng','Lợi','Thạnh','Phước','Đức','Trung','Đông','Tây','Hiệp','Quới','Thuận'], n, 9) $$;`;

const insertCases = `
  insert into cases (id, code, state, service_version_id, service_code, variant, channel, unit_code, unit_path,
    customer_name, customer_phone, address, details, language, search, visits_promised, visits, opened_at, due_at,
    due_derivation, finished_at, closed_at, version, head_hash)
  select md5('case ' || g)::uuid, lpad(g::text, 11, '0'),
    case when g >= $3 * 0.95 then filling.pick(array['opened','accepted','waiting','transferred','finished'], g, 11)
      when filling.dice(g, 10) < 70000 then 'declined' when filling.dice(g, 10) < 90000 then 'withdrawn' else 'closed' end,
    s.id, s.service_code, 'x',
    filling.pick(array['web','web','web','phone','phone','email','app','portal','counter','counter','administration_centre','open311'], g, 12),
    u.code, u.path, filling.name(g), '+849' || lpad((g % 100000000)::text, 8, '0'), filling.address(g), '{}', 'vi',
    to_tsvector('simple', lower(unaccent(lpad(g::text, 11, '0') || ' 09' || lpad((g % 100000000)::text, 8, '0') || ' '
      || filling.name(g) || ' ' || filling.address(g)))),
    filling.dice(g, 13) % 2, filling.dice(g, 14) % 3, t.at, t.at + interval '3 days', '{}',
    case when g < $3 * 0.95 and filling.dice(g, 10) >= 90000 then t.at + interval '2 days' end,
    case when g < $3 * 0.95 then t.at + interval '2 days' end, 1, repeat('0', 64)
  from generate_series($1::bigint, $2::bigint) g
    join filling.units u on u.n = filling.dice(g, 15) % u.of
    join filling.services s on s.n = filling.dice(g, 16) % s.of
    cross join lateral (select timestamptz '2023-11-20 08:00+07' + make_interval(secs => g * 94600000.0 / $3) as at) t`;

const insertEvents = `
  insert into case_events (case_id, seq, request_id, kind, at, actor_kind, actor_id, actor_name, channel, data, previous_hash, hash)
  select id, 1, md5('request ' || code)::uuid, 'open', opened_at, 'customer', 'web', 'Khách', channel, '{}', repeat('0', 64),
    encode(sha256(code::bytea), 'hex')
  from generate_series($1::bigint, $2::bigint) g join cases on code = lpad(g::text, 11, '0')`;

const insertTasks = `
  insert into case_tasks (id, case_id, ordinal, step_code, level, role, unit_code, unit_path, counted, state, opened_at, due_at)
  select md5('task ' || code)::uuid, id, 1, 'x', 'unit', 'clerk', unit_code, unit_path, true,
    case when closed_at is null then 'open' else 'skipped' end, opened_at, due_at
  from generate_series($1::bigint, $2::bigint) g join cases on code = lpad(g::text, 11, '0')`;
