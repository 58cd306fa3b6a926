-- What happened, append-only; each event carries the hash of the one before it. Claiming request_id is writing the event.
create table case_events (
  case_id uuid not null references cases (id),
  seq integer not null check (seq >= 1),
  request_id uuid unique,
  kind text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'customer', 'system')),
  actor_id text not null,
  actor_name text not null,
  actor_unit text,
  channel text not null,
  data jsonb not null,
  previous_hash text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  primary key (case_id, seq)
);
call motcua.protect_part('case_events');
grant select, insert on case_events to motcua_app;
