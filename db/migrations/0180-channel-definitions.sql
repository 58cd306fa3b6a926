-- Which doors count as online is a dated definition of the utility; boards count months where the utility lives.
alter table standard_versions drop constraint standard_versions_kind_check;
alter table standard_versions add constraint standard_versions_kind_check
  check (kind in ('standard', 'escalation', 'utility', 'channel'));
create function motcua.timezone() returns text language sql stable parallel safe as $$
  select definition ->> 'timezone' from public.standard_versions
  where kind = 'utility' and superseded_at is null order by valid_from desc limit 1
$$;
-- The company of a path is its second part: corporation.company.unit.
create function motcua.company_of(path ltree) returns text language sql immutable parallel safe as
  $$ select public.ltree2text(public.subpath(path, least(1, public.nlevel(path) - 1), 1)) $$;
