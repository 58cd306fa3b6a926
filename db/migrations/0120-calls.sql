-- A telephone call as its switchboard tells of it. `switchboard` is the unit whose switchboard it is: two of them may number their calls alike.
create table calls (
  id uuid primary key,
  switchboard text not null check (switchboard <> ''),
  call_id text not null check (call_id <> ''),
  state text not null check (state in ('ringing', 'answered', 'ended', 'abandoned')),
  caller_kind text not null check (caller_kind in ('known', 'foreign', 'short', 'withheld', 'unreadable')),
  caller text check (caller <> ''),
  line text check (line <> ''),
  extension text check (extension <> ''),
  unit_code text not null references org_units (code),
  unit_path ltree not null,
  staff_id uuid references staff (id),
  began_at timestamptz not null,
  -- The day and hour of the utility's own clock, so that figures of a day read that day's calls alone; 0124 says which.
  began_on date not null default current_date,
  began_hour smallint not null default 0,
  rang_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  unique (switchboard, call_id),
  check ((caller is null) = (caller_kind in ('withheld', 'unreadable')))
);
create index calls_began on calls (began_at, id);
create index calls_day on calls (began_on, began_hour);
create index calls_unit_began on calls (unit_code, began_at, id);
create index calls_live on calls (began_at, id) where state in ('ringing', 'answered');
create index calls_staff on calls (staff_id, began_at) where staff_id is not null;
create index calls_caller on calls (caller, began_at) where caller is not null;
alter table calls enable row level security;
alter table calls force row level security;
create policy seen on calls using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths())) with check (true);
grant select, insert, update on calls to motcua_app;
