-- Promises that are measured, and when a late case is told to whom: dated settings, superseded like services.
create table standard_versions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('standard', 'escalation')),
  code text not null check (code <> ''),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  definition jsonb not null,
  source text not null,
  loaded_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= loaded_at),
  exclude using gist (kind with =, code with =, daterange(valid_from, valid_to, '[]') with &&) where (superseded_at is null)
);
grant select, insert on standard_versions to motcua_app;
grant update (superseded_at) on standard_versions to motcua_app;
