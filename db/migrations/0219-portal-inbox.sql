-- Every message of a portal whose signature held, as it came. Its answer is kept: the same message again is answered the same.
-- held: those before it in its line have not come. refused: it was not taken; the portal sends a corrected one with the same seq.
create table portal_inbox (
  id bigint generated always as identity primary key,
  endpoint text not null references portal_endpoints (code),
  message_id text not null check (message_id <> '' and length(message_id) <= 200),
  raw text not null,
  raw_sha256 text not null check (raw_sha256 ~ '^[0-9a-f]{64}$'),
  line text check (line <> ''),
  seq integer check (seq >= 1),
  kind text,
  case_id uuid references cases (id),
  received_at timestamptz not null,
  state text not null check (state in ('held', 'done', 'refused', 'conflict')),
  done_at timestamptz,
  answer_status smallint not null,
  answer text not null,
  repeats integer not null default 0 check (repeats >= 0),
  unique (endpoint, message_id),
  check ((state = 'held') = (done_at is null))
);
create unique index portal_inbox_line on portal_inbox (endpoint, line, seq) where state <> 'refused' and seq is not null;
create index portal_inbox_held on portal_inbox (endpoint, received_at) where state = 'held';
create index portal_inbox_newest on portal_inbox (endpoint, received_at desc, id);
alter table portal_inbox enable row level security;
alter table portal_inbox force row level security;
create policy seen on portal_inbox
  using (exists (select from portal_endpoints e where e.code = endpoint) or exists (select from cases c where c.id = case_id))
  with check (exists (select from portal_endpoints e where e.code = endpoint) or exists (select from cases c where c.id = case_id));
grant select, insert on portal_inbox to motcua_app;
grant update (state, done_at, case_id, answer_status, answer, repeats) on portal_inbox to motcua_app;
-- A file that a portal has sent before the message that names it (IdTepTin, HashTepTin). A photo is made anew before it is kept, so
-- both hashes stand here.
create table portal_files (
  id uuid primary key,
  endpoint text not null references portal_endpoints (code),
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (name <> '' and name !~ '[/\\]'),
  mime text not null,
  bytes bigint not null check (bytes > 0),
  at timestamptz not null
);
alter table portal_files enable row level security;
alter table portal_files force row level security;
create policy seen on portal_files using (exists (select from portal_endpoints e where e.code = endpoint))
  with check (exists (select from portal_endpoints e where e.code = endpoint));
grant select, insert on portal_files to motcua_app;
