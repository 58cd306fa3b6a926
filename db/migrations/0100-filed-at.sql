-- Where a case was handed in: the desk of a public administration centre (its unit code) or an app (its API key, 'key:…').
-- Such a desk sees what was filed there, wherever the case goes, and nothing else.
alter table cases add column filed_at text check (filed_at <> '');
create index cases_filed_at on cases (filed_at, opened_at) where filed_at is not null;
create function motcua.desks() returns text[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('motcua.desks', true), ''), '{}')::text[] $$;
drop policy seen on cases;
create policy seen on cases using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths())
  or id = any ((select motcua.case_ids())::uuid[]) or filed_at = any ((select motcua.desks())::text[])) with check (true);
drop policy seen on case_tasks;
create policy seen on case_tasks using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths())
  or case_id = any ((select motcua.case_ids())::uuid[])
  or case_id in (select c.id from cases c where c.filed_at = any ((select motcua.desks())::text[]))) with check (true);
create or replace function motcua.search_cases(words text, most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select id from public.cases
  where search @@ to_tsquery('simple', words)
    and ((select motcua.sees_all()) or unit_path OPERATOR(public.<@) (select motcua.paths())
      or id = any ((select motcua.case_ids())::uuid[]) or filed_at = any ((select motcua.desks())::text[]))
  order by opened_at desc
  limit most
$$;
