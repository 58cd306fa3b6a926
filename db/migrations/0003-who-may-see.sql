-- Who is looking is set at the start of each transaction; row-level security reads it here.
create function motcua.sees_all() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('motcua.system', true), 'off') = 'on' $$;
create function motcua.paths() returns ltree[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('motcua.paths', true), ''), '{}')::ltree[] $$;
create function motcua.case_ids() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('motcua.case_ids', true), ''), '{}')::uuid[] $$;

-- protect('cases', 'unit_path', 'id'): rows below the viewer's paths or of an admitted case; a sub-select is evaluated once a query, not once a row.
create procedure motcua.protect(target regclass, path_column text, case_column text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy seen on %s using ((select motcua.sees_all()) or %I <@ (select motcua.paths()) or %I = any ((select motcua.case_ids())::uuid[])) with check (true)',
    target, path_column, case_column);
end $$;

-- protect_part('case_events'): a row is seen by whoever sees its case.
create procedure motcua.protect_part(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy seen on %s using (exists (select from cases c where c.id = case_id)) with check (exists (select from cases c where c.id = case_id))', target);
end $$;
