-- An address of another system that wants to be told what happens to cases. It is told of what its owner may see: the
-- cases of a unit, or what one desk or app filed. The secrets are sealed by the application; the database cannot read them.
create table webhook_endpoints (
  id uuid primary key,
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  description text not null default '' check (length(description) <= 200),
  event_types text[] not null default '{}',
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_secret_until timestamptz,
  api_key_id uuid references api_keys (id),
  unit_code text not null references org_units (code),
  unit_path ltree not null,
  desk text check (desk <> ''),
  created_at timestamptz not null,
  created_by text not null,
  disabled_at timestamptz,
  disabled_why text check (disabled_why in ('by_hand', 'gone', 'failing', 'key_ended')),
  deleted_at timestamptz,
  check ((disabled_at is null) = (disabled_why is null)),
  check ((previous_secret_sealed is null) = (previous_secret_until is null))
);
create unique index webhook_endpoints_once on webhook_endpoints (unit_code, coalesce(api_key_id, '00000000-0000-0000-0000-000000000000'), url)
  where deleted_at is null;
alter table webhook_endpoints enable row level security;
alter table webhook_endpoints force row level security;
create policy seen on webhook_endpoints
  using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths()) or desk = any ((select motcua.desks())::text[]))
  with check ((select motcua.sees_all()) or unit_path <@ (select motcua.paths()) or desk = any ((select motcua.desks())::text[]));
grant select, insert on webhook_endpoints to motcua_app;
grant update (secret_sealed, previous_secret_sealed, previous_secret_until, disabled_at, disabled_why, deleted_at)
  on webhook_endpoints to motcua_app;
