-- Who is looking, in the words of `search`: null for whoever sees everything. A path of one part is the whole corporation.
create function motcua.customer_scope() returns tsquery language sql stable set search_path = pg_catalog, public as $$
  select case when not motcua.sees_all() and not coalesce(bool_or(nlevel(path) = 1), false)
    then string_agg(quote_literal('@' || lower(ltree2text(subpath(path, -1)))), '|')::tsquery end
  from unnest(motcua.paths()) path
$$;

-- Full-text operators are not leak-proof, so under a policy their index would rest unused: this function is the policy, beside the index.
-- Words that many have are answered from one customer in 64, and only what is too rare for that from all: the work stays
-- about the same however many customers there are. Nothing is put in order here, which would mean to read all that fit.
create function motcua.search_customers(words text[], most integer) returns setof text
language plpgsql stable security definer
set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off as $$
declare
  wanted tsquery := motcua.customer_query(words);
  scope tsquery := motcua.customer_scope();
  paths ltree[] := motcua.paths();
  everything boolean := motcua.sees_all();
  found text[];
begin
  if wanted is null or not everything and cardinality(paths) = 0 then return; end if;
  if scope is not null then wanted := wanted && scope; end if;
  found := array(select code from public.customers where sampled and search @@ wanted and (everything or unit_path <@ paths) limit most);
  if cardinality(found) < most then
    found := array(select code from public.customers where search @@ wanted and (everything or unit_path <@ paths) limit most);
  end if;
  return query select unnest(found);
end $$;
revoke all on function motcua.search_customers, motcua.customer_query from public;
grant execute on function motcua.search_customers to motcua_app;
