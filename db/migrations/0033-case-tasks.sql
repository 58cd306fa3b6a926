-- One step of the procedure, as work of a unit and a role.
create table case_tasks (
  id uuid primary key,
  case_id uuid not null references cases (id),
  ordinal integer not null,
  round integer not null default 1,
  step_code text not null,
  level text not null check (level in ('unit', 'company', 'corporation', 'agency', 'customer')),
  role text,
  unit_code text not null references org_units (code),
  unit_path ltree not null,
  counted boolean not null,
  state text not null check (state in ('waiting', 'open', 'done', 'skipped')),
  opened_at timestamptz,
  due_at timestamptz,
  derivation jsonb,
  completed_at timestamptz,
  completed_by text,
  product text,
  unique (case_id, ordinal, round),
  check ((state = 'done') = (completed_at is not null)),
  check (state <> 'done' or (product is not null and product <> ''))
);
create index case_tasks_due on case_tasks (due_at, id) where state = 'open';
create index case_tasks_unit on case_tasks (unit_code, due_at) where state = 'open';
call motcua.protect('case_tasks', 'unit_path', 'case_id');
grant select, insert, update on case_tasks to motcua_app;
