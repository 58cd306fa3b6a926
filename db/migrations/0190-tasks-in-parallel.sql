-- Several steps may run at once, and each keeps the terms it was planned under: a regulation that changes later moves nothing here.
-- after: the steps that must be done first (null: all before it in order). because: why the step is part of this case's procedure.
alter table case_tasks add column term jsonb, add column after text[], add column because jsonb;
alter table case_tasks drop constraint case_tasks_level_check;
alter table case_tasks add constraint case_tasks_level_check check (level in
  ('unit', 'company', 'corporation', 'agency', 'administration_centre', 'customer', 'contractor'));
select set_config('motcua.system', 'on', true);
update case_tasks t set term = s -> 'limit'
from cases c join service_versions v on v.id = c.service_version_id
cross join lateral jsonb_array_elements(v.definition -> 'steps') s
where c.id = t.case_id and s ->> 'code' = t.step_code and jsonb_typeof(s -> 'limit') = 'object';
-- A step of a State body lies on the body's path; whoever sees the case sees all its steps.
drop policy seen on case_tasks;
create policy seen on case_tasks using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths())
  or exists (select from cases c where c.id = case_id)) with check (true);
create index case_tasks_unit_done on case_tasks (unit_code, completed_at) where state = 'done';
