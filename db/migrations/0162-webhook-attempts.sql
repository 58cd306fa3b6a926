-- The delivery log, append-only: what each try met. Either the receiver answered with a status, or it did not answer.
create table webhook_attempts (
  id bigint generated always as identity primary key,
  message_id uuid not null references webhook_messages (id),
  at timestamptz not null,
  status smallint check (status between 100 and 999),
  ms integer not null check (ms >= 0),
  error text check (error <> ''),
  answer text not null default '' check (length(answer) <= 500),
  check (status is not null or error is not null)
);
create index webhook_attempts_message on webhook_attempts (message_id, id);
alter table webhook_attempts enable row level security;
alter table webhook_attempts force row level security;
create policy seen on webhook_attempts
  using (exists (select from webhook_messages m where m.id = message_id))
  with check (exists (select from webhook_messages m where m.id = message_id));
grant select, insert on webhook_attempts to motcua_app;
