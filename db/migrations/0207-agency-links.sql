-- The way of a body without officers here to one task: a random token, of which only the hash is kept. A new one ends those before it.
create table agency_links (
  id uuid primary key,
  agency_task_id uuid not null references agency_tasks (id),
  -- What it was made for, so that a job run twice sends one letter.
  cause text not null check (cause <> ''),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  sent_to text not null check (sent_to ~ '@'),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  ended_at timestamptz,
  unique (agency_task_id, cause)
);
create unique index agency_links_one_open on agency_links (agency_task_id) where ended_at is null;
alter table agency_links enable row level security;
alter table agency_links force row level security;
create policy seen on agency_links
  using (exists (select from agency_tasks a where a.id = agency_task_id))
  with check (exists (select from agency_tasks a where a.id = agency_task_id));
grant select, insert on agency_links to motcua_app;
grant update (ended_at) on agency_links to motcua_app;
