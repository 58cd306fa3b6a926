-- The whole words that a typed one may be, as a query, and the share of customers that have one of them. A number counts only whole.
create function motcua.customer_word(typed text, out query tsquery, out share real)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when count(*) = 200 then (quote_literal(typed) || ':*')::tsquery else string_agg(quote_literal(word), '|')::tsquery end, sum(share)::real
  from (select word, share from public.customer_words
    where word >= typed collate "C" and word < typed || '~' collate "C" and (word = typed or typed !~ '^[0-9@]') limit 200) likely
$$;

-- What search_customers asks for: `led` goes to an index, the rarest words first until few are left; `rest` is looked up in those few.
create function motcua.customer_query(words text[], out led tsquery, out rest tsquery)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  part record;
  left_over real := (select reltuples from pg_class where oid = 'public.customers'::regclass);
begin
  for part in
    select w.query, w.share from unnest(words) typed, motcua.customer_word(typed) w
    union all -- the viewer's units; whoever sees the whole corporation needs no such word
    select string_agg(quote_literal(word), '|')::tsquery, sum(coalesce(w.share, 0.005))
    from unnest(motcua.paths()) path cross join lateral (select '@' || lower(ltree2text(subpath(path, -1))) as word) named
    left join public.customer_words w using (word) where not motcua.sees_all() having min(nlevel(path)) > 1
    order by share nulls first
  loop
    if part.query is null then led := null; return; end if;
    if led is null then led := part.query;
    elsif left_over > 200 then led := led && part.query;
    else rest := coalesce(rest && part.query, part.query); end if;
    left_over := left_over * part.share;
  end loop;
end $$;

-- Full-text operators are not leak-proof, so under a policy their index would rest unused: this function is the policy, beside the index.
-- Words that many have are answered from one customer in 64, then from one in 8, and only what is too rare for that from all: the
-- work stays about the same however many customers there are. Nothing is put in order here, which would mean to read all that fit.
create function motcua.search_customers(words text[], most integer) returns setof text
language plpgsql stable security definer
set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off as $$
declare
  q record;
  paths ltree[] := motcua.paths();
  everything boolean := motcua.sees_all();
  found text[];
begin
  if not everything and cardinality(paths) = 0 then return; end if;
  q := motcua.customer_query(words);
  if q.led is null then return; end if;
  found := array(select code from public.customers where luck = 0 and search @@ q.led
    and (q.rest is null or ts_match_vq(search, q.rest)) and (everything or unit_path <@ paths) limit most);
  if cardinality(found) between most / 10 and most - 1 then -- with fewer, one in 8 would not do either
    found := array(select code from public.customers where luck < 8 and search @@ q.led
      and (q.rest is null or ts_match_vq(search, q.rest)) and (everything or unit_path <@ paths) limit most);
  end if;
  if cardinality(found) < most then
    found := array(select code from public.customers where search @@ q.led
      and (q.rest is null or ts_match_vq(search, q.rest)) and (everything or unit_path <@ paths) limit most);
  end if;
  return query select unnest(found);
end $$;
revoke all on function motcua.search_customers, motcua.customer_query, motcua.customer_word from public;
grant execute on function motcua.search_customers to motcua_app;
