-- A public-service portal of the State that is kept in step with us, and whom it serves: a province's administration centre, or a
-- company. Each direction has a secret of its own, so that no message can be turned round; the database can read neither.
create table portal_endpoints (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null check (name <> '' and length(name) <= 200),
  unit_code text not null references org_units (code),
  company_code text not null references org_units (code),
  company_path ltree not null,
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  secret_out_sealed text not null,
  secret_in_sealed text not null,
  active boolean not null default true,
  created_at timestamptz not null,
  created_by text not null
);
create unique index portal_endpoints_one on portal_endpoints (unit_code) where active;
alter table portal_endpoints enable row level security;
alter table portal_endpoints force row level security;
create policy seen on portal_endpoints
  using ((select motcua.sees_all()) or company_path <@ (select motcua.paths()))
  with check ((select motcua.sees_all()) or company_path <@ (select motcua.paths()));
grant select, insert on portal_endpoints to motcua_app;
grant update (secret_out_sealed, secret_in_sealed, active) on portal_endpoints to motcua_app;
-- Which portal a dossier is kept in step with, and what the portal itself calls it.
alter table dossiers add column endpoint text references portal_endpoints (code), add column portal_dossier text check (portal_dossier <> '');
grant update (endpoint) on dossiers to motcua_app;
create unique index dossiers_portal on dossiers (endpoint, portal_dossier) where portal_dossier is not null;
