-- The officer of a State body, at a surface of their own.
alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check check (role in
  ('agent', 'clerk', 'desk_clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation', 'administrator', 'officer'));
