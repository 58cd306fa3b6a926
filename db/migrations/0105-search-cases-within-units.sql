-- Words are looked up together with the units the viewer may see, and only the newest that fit are wanted: PostgreSQL then has
-- the choice between the index of the words (good for a rare one) and walking back from today (good for a name that half the
-- country has). It is planned anew at each call, with the words in it, so that it can choose. Whole words are tried first,
-- beginnings of words where no case has them. What the viewer may not see is left out at the end, as the policy says.
create extension if not exists btree_gin;
create index cases_unit_search on cases using gin (unit_code, search);
create function motcua.seen_units() returns text[] language sql stable as
  $$ select case when motcua.sees_all() then null else array(
      select code from org_units where path <@ motcua.paths()
      union select unit_code from org_unit_paths where path <@ motcua.paths()) end $$;
drop function motcua.search_cases;
create function motcua.search_cases(words text, most integer, states text[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  units text[] := motcua.seen_units();
  narrow text := case
    when cardinality(motcua.case_ids()) > 0 then format('(id = any (%L::uuid[]) or unit_code = any (%L::text[]))', motcua.case_ids(), units)
    when cardinality(motcua.desks()) > 0 then format('(filed_at = any (%L::text[]) or unit_code = any (%L::text[]))', motcua.desks(), units)
    when cardinality(units) <= 40 then format('unit_code = any (%L::text[])', units)
    else 'true' end;
  query text;
begin
  foreach query in array array[replace(words, ':*', ''), words] loop
    return query execute format(
      'select id from (select * from cases where search @@ to_tsquery(''simple'', %L) and %s and %s
         order by opened_at desc limit %s) as found
       where %L or unit_path <@ %L::ltree[] or id = any (%L::uuid[]) or filed_at = any (%L::text[])',
      query, narrow, case when states is null then 'true' else format('state = any (%L::text[])', states) end, most,
      motcua.sees_all(), motcua.paths(), motcua.case_ids(), motcua.desks());
    exit when found;
  end loop;
end $$;
revoke all on function motcua.search_cases from public;
grant execute on function motcua.search_cases to motcua_app;
