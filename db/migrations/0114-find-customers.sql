-- Look-ups through indexes that a policy would leave unused, each with the policy written beside it.
create function motcua.customers_of_phone(phone text, most integer) returns setof text
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
  select code from public.customers where phones @> array[phone] and (motcua.sees_all() or unit_path <@ motcua.paths()) limit most
$$;
create function motcua.customers_of_email(email text, most integer) returns setof text
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
  select code from public.customers where emails @> array[lower(email)] and (motcua.sees_all() or unit_path <@ motcua.paths()) limit most
$$;
-- A customer code or the code of a meter point, whole or begun.
create function motcua.customers_of_code(typed text, most integer) returns setof text
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
  select c.code from public.customers c where c.code in (
      (select code from public.customers where code >= typed and code < typed || '~' order by code limit most)
      union (select customer_code from public.meter_points where code >= typed and code < typed || '~' order by code limit most))
    and (motcua.sees_all() or c.unit_path <@ motcua.paths())
  order by c.code limit most
$$;
-- For each ask, in its order, the one customer whom it fits: by code, else by phone, else by e-mail. For the system only.
create function motcua.match_customers(codes text[], phones text[], emails text[]) returns table (n bigint, code text)
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
  select a.n, coalesce((select c.code from public.customers c where c.code = a.code),
    (select min(f.code) from (select c.code from public.customers c where c.phones @> array[a.phone] and a.phone is not null limit 2) f having count(*) = 1),
    (select min(f.code) from (select c.code from public.customers c where c.emails @> array[lower(a.email)] and a.email is not null limit 2) f having count(*) = 1))
  from unnest(codes, phones, emails) with ordinality as a (code, phone, email, n) where motcua.sees_all() order by a.n
$$;
revoke all on function motcua.customers_of_phone, motcua.customers_of_email, motcua.customers_of_code, motcua.match_customers from public;
grant execute on function motcua.customers_of_phone, motcua.customers_of_email, motcua.customers_of_code, motcua.match_customers to motcua_app;
