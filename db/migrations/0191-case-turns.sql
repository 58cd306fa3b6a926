-- Whose turn a step is at, from when to when. Time in which no turn is open belongs to the unit that holds the case.
create table case_turns (
  id uuid primary key,
  case_id uuid not null references cases (id),
  -- Null: the whole case waits, for a supplement that the unit asked the customer for.
  task_id uuid references case_tasks (id),
  step_code text not null,
  party text not null check (party in
    ('corporation', 'company', 'unit', 'agency', 'administration_centre', 'customer', 'contractor')),
  unit_code text references org_units (code),
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  check ((party in ('customer', 'contractor')) = (unit_code is null)),
  check (task_id is not null or party = 'customer')
);
create unique index case_turns_one_open on case_turns (case_id, task_id) nulls not distinct where ended_at is null;
create index case_turns_case on case_turns (case_id, started_at);
call motcua.protect_part('case_turns');
grant select, insert on case_turns to motcua_app;
grant update (ended_at) on case_turns to motcua_app;
