-- What a switchboard told, append-only; told again it is the same row. The call above is worked out from these.
create table call_events (
  call uuid not null references calls (id),
  event text not null check (event in ('ringing', 'answered', 'ended', 'abandoned')),
  at timestamptz not null,
  extension text not null default '',
  line text,
  caller_given text,
  received_at timestamptz not null,
  primary key (call, at, event, extension)
);
alter table call_events enable row level security;
alter table call_events force row level security;
create policy seen on call_events using (exists (select from calls c where c.id = call)) with check (exists (select from calls c where c.id = call));
grant select, insert on call_events to motcua_app;
