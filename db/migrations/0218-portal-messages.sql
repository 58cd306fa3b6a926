-- What a portal is to be told, in order within a line (one dossier, or the heartbeat). The body is kept byte for byte: it is signed.
-- A message that failed for good stays at the head of its line until a person sends it again: nothing is lost, nothing overtakes.
create table portal_messages (
  id uuid primary key,
  endpoint text not null references portal_endpoints (code),
  line text not null check (line <> ''),
  seq integer not null check (seq >= 1),
  case_id uuid references cases (id),
  kind text not null check (kind in ('dossier', 'status', 'progress', 'result', 'heartbeat')),
  status smallint check (status between 1 and 10),
  dedupe_key text not null,
  body text not null,
  created_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'refused', 'dead')),
  tries smallint not null default 0 check (tries >= 0),
  next_try_at timestamptz,
  settled_at timestamptz,
  unique (endpoint, line, seq),
  unique (endpoint, dedupe_key),
  check ((state = 'waiting') = (next_try_at is not null)),
  check ((state = 'waiting') = (settled_at is null))
);
create index portal_messages_open on portal_messages (endpoint, created_at) where state in ('waiting', 'dead');
create index portal_messages_settled on portal_messages (endpoint, settled_at) where state = 'delivered';
create index portal_messages_newest on portal_messages (endpoint, created_at desc, id);
create index portal_messages_case on portal_messages (case_id) where case_id is not null;
alter table portal_messages enable row level security;
alter table portal_messages force row level security;
create policy seen on portal_messages
  using (exists (select from portal_endpoints e where e.code = endpoint) or exists (select from cases c where c.id = case_id))
  with check (exists (select from portal_endpoints e where e.code = endpoint) or exists (select from cases c where c.id = case_id));
grant select, insert on portal_messages to motcua_app;
grant update (state, tries, next_try_at, settled_at) on portal_messages to motcua_app;
-- What each try met, append-only.
create table portal_attempts (
  id bigint generated always as identity primary key,
  message_id uuid not null references portal_messages (id),
  endpoint text not null references portal_endpoints (code),
  at timestamptz not null,
  status smallint check (status between 100 and 999),
  ms integer not null check (ms >= 0),
  error text check (error <> ''),
  answer text not null default '' check (length(answer) <= 500),
  ok boolean generated always as (coalesce(status between 200 and 299, false)) stored,
  check (status is not null or error is not null)
);
create index portal_attempts_message on portal_attempts (message_id, id);
create index portal_attempts_failed on portal_attempts (endpoint, at) where not ok;
alter table portal_attempts enable row level security;
alter table portal_attempts force row level security;
create policy seen on portal_attempts using (exists (select from portal_messages m where m.id = message_id))
  with check (exists (select from portal_messages m where m.id = message_id));
grant select, insert on portal_attempts to motcua_app;
