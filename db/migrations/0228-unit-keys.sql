-- The key a unit signs with. The private key is sealed by the application; the database cannot read it. One at a time;
-- those that were retired stay, so that what they signed can be checked.
create table unit_keys (
  id uuid primary key,
  unit_code text not null references org_units (code),
  unit_path ltree not null,
  certificate text not null check (certificate like '-----BEGIN CERTIFICATE-----%'),
  fingerprint text not null unique check (fingerprint ~ '^[0-9a-f]{64}$'),
  subject text not null,
  issuer text not null,
  self_signed boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  private_key_sealed text not null,
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz check (retired_at >= made_at)
);
create unique index unit_keys_current on unit_keys (unit_code) where retired_at is null;
alter table unit_keys enable row level security;
alter table unit_keys force row level security;
create policy seen on unit_keys using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths()))
  with check ((select motcua.sees_all()) or unit_path <@ (select motcua.paths()));
grant select, insert on unit_keys to motcua_app;
grant update (retired_at) on unit_keys to motcua_app;
