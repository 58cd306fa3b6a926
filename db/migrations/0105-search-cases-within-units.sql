-- Words are looked up together with the units the viewer may see: a name that half the country has is then met in one unit's
-- cases alone. Whole words are tried first, beginnings of words where no case has them. Planned anew at each call, because the best way for a rare word is the worst for a frequent one.
create extension if not exists btree_gin;
create index cases_unit_search on cases using gin (unit_code, search);
create function motcua.seen_units() returns text[] language sql stable as
  $$ select case when motcua.sees_all() then null else array(
      select code from org_units where path <@ motcua.paths()
      union select unit_code from org_unit_paths where path <@ motcua.paths()) end $$;
create or replace function motcua.search_cases(words text, most integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  units text[] := motcua.seen_units();
  few boolean := cardinality(units) <= 40 and cardinality(motcua.desks()) = 0 and cardinality(motcua.case_ids()) = 0;
  scope text := case when units is null then 'true' else format(
    '(unit_path <@ %L::ltree[] or id = any (%L::uuid[]) or filed_at = any (%L::text[]))',
    motcua.paths(), motcua.case_ids(), motcua.desks()) end;
  query text;
begin
  foreach query in array array[replace(words, ':*', ''), words] loop
    return query execute format(
      'select id from cases where search @@ to_tsquery(''simple'', %L) and %s and %s order by opened_at desc limit %s',
      query, case when few then format('unit_code = any (%L::text[])', units) else 'true' end, scope, most);
    exit when found;
  end loop;
end $$;
