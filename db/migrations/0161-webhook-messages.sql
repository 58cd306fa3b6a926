-- One event for one endpoint. Its id is the webhook-id of every try; the body is kept byte for byte, because it is signed.
create table webhook_messages (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints (id),
  dedupe_key text not null,
  case_id uuid references cases (id),
  event_type text not null check (event_type ~ '^[a-z_]+[.][a-z_]+$'),
  body text not null,
  created_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  tries smallint not null default 0 check (tries >= 0),
  round integer not null default 0 check (round >= 0),
  next_try_at timestamptz,
  sent_again_by text,
  unique (endpoint_id, dedupe_key),
  check ((state = 'waiting') = (next_try_at is not null))
);
create index webhook_messages_newest on webhook_messages (endpoint_id, created_at, id);
create index webhook_messages_failed on webhook_messages (endpoint_id, created_at, id) where state = 'failed';
create index webhook_messages_case on webhook_messages (case_id) where case_id is not null;
alter table webhook_messages enable row level security;
alter table webhook_messages force row level security;
create policy seen on webhook_messages
  using (exists (select from webhook_endpoints e where e.id = endpoint_id))
  with check (exists (select from webhook_endpoints e where e.id = endpoint_id));
grant select, insert on webhook_messages to motcua_app;
grant update (state, tries, round, next_try_at, sent_again_by) on webhook_messages to motcua_app;
