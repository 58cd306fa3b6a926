-- A working calendar as known at a time: a holiday announced later makes a new version, and old due times still show theirs.
create table calendar_versions (
  id bigint generated always as identity primary key,
  calendar_code text not null check (calendar_code <> ''),
  version integer not null check (version >= 1),
  definition jsonb not null,
  loaded_at timestamptz not null,
  unique (calendar_code, version)
);
grant select, insert on calendar_versions to motcua_app;
