-- Files that a key has sent, before a case has them: whoever only knows a file's hash can attach nothing by it.
create table api_files (
  owner text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (name <> '' and name !~ '[/\\]'),
  mime text not null,
  bytes bigint not null check (bytes > 0),
  at timestamptz not null,
  primary key (owner, sha256)
);
alter table api_files enable row level security;
alter table api_files force row level security;
create policy seen on api_files using (owner = any ((select motcua.desks())::text[]))
  with check (owner = any ((select motcua.desks())::text[]));
grant select, insert, update on api_files to motcua_app;
