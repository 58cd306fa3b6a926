-- A service as defined for a period. A case keeps the version it was opened under; a corrected one supersedes, never rewrites.
create table service_versions (
  id bigint generated always as identity primary key,
  service_code text not null check (service_code <> ''),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  definition jsonb not null,
  source text not null,
  loaded_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= loaded_at),
  exclude using gist (service_code with =, daterange(valid_from, valid_to, '[]') with &&) where (superseded_at is null)
);
grant select, insert on service_versions to motcua_app;
grant update (superseded_at) on service_versions to motcua_app;
