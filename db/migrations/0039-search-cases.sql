-- Full-text operators are not leak-proof, so under a policy their index would rest unused. This function is the policy, beside the index.
create function motcua.search_cases(words text, most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select id from public.cases
  where search @@ to_tsquery('simple', words)
    and ((select motcua.sees_all()) or unit_path OPERATOR(public.<@) (select motcua.paths()) or id = any ((select motcua.case_ids())::uuid[]))
  order by opened_at desc
  limit most
$$;
revoke all on function motcua.search_cases from public;
grant execute on function motcua.search_cases to motcua_app;
