-- Machines act too, with a role and a unit of their own; an app and a public-service portal are channels by themselves.
alter table cases drop constraint cases_channel_check;
alter table cases add constraint cases_channel_check check (channel in
  ('web', 'phone', 'email', 'app', 'portal', 'counter', 'administration_centre', 'api', 'open311'));
alter table case_events drop constraint case_events_actor_kind_check;
alter table case_events add constraint case_events_actor_kind_check check (actor_kind in ('staff', 'machine', 'customer', 'system'));
alter table case_documents drop constraint case_documents_by_kind_check;
alter table case_documents add constraint case_documents_by_kind_check check (by_kind in ('staff', 'machine', 'customer', 'system'));
-- The clerk at the desk of a public administration centre.
alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check check (role in
  ('agent', 'clerk', 'desk_clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation', 'administrator'));
