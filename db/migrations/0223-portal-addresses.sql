-- A portal may move: its address changes, its dossiers and what waits stay. Who changed it, when, from where to where, append-only.
create table portal_address_changes (
  id bigint generated always as identity primary key,
  endpoint text not null references portal_endpoints (code),
  from_url text not null,
  to_url text not null check (to_url ~ '^https?://' and length(to_url) <= 2000 and to_url <> from_url),
  at timestamptz not null,
  by_whom text not null
);
create index portal_address_changes_of on portal_address_changes (endpoint, id);
alter table portal_address_changes enable row level security;
alter table portal_address_changes force row level security;
create policy seen on portal_address_changes using (exists (select from portal_endpoints e where e.code = endpoint))
  with check (exists (select from portal_endpoints e where e.code = endpoint));
grant select, insert on portal_address_changes to motcua_app;
grant update (url) on portal_endpoints to motcua_app;
