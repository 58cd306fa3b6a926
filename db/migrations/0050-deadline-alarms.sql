-- When somebody must be told of a term of a case or of a step. Rung once: the row is locked, marked, and never rung again.
create table deadline_alarms (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases (id),
  task_id uuid references case_tasks (id),
  level text not null check (level in ('warning', 'overdue', 'company', 'corporation')),
  at timestamptz not null,
  due_at timestamptz not null,
  rung_at timestamptz
);
create index deadline_alarms_next on deadline_alarms (at) where rung_at is null;
create index deadline_alarms_case on deadline_alarms (case_id);
call motcua.protect_part('deadline_alarms');
grant select, insert on deadline_alarms to motcua_app;
grant update (rung_at) on deadline_alarms to motcua_app;
-- An alarm that was set and did not ring may be unset; one that rang is history.
grant delete on deadline_alarms to motcua_app;
create policy only_unrung on deadline_alarms as restrictive for delete using (rung_at is null);
