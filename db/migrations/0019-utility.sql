-- The utility's own name, telephone and forms of code are dated settings too.
alter table standard_versions drop constraint standard_versions_kind_check;
alter table standard_versions add constraint standard_versions_kind_check check (kind in ('standard', 'escalation', 'utility'));
