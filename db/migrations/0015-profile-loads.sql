-- Which content of the profile was loaded and when; the same content is never loaded twice in a row.
create table profile_loads (
  id bigint generated always as identity primary key,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  loaded_at timestamptz not null
);
grant select, insert on profile_loads to motcua_app;
