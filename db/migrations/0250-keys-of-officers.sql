-- A State body's own program acts as its officers do.
alter table api_keys drop constraint api_keys_role_check;
alter table api_keys add constraint api_keys_role_check check (role in
  ('app', 'agent', 'clerk', 'desk_clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation', 'administrator', 'officer'));
