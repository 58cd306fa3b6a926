-- Terms a province may take over are dated settings too. The kinds of setting are a closed list in the program that writes them.
alter table standard_versions drop constraint standard_versions_kind_check;
alter table standard_versions add constraint standard_versions_kind_check check (kind ~ '^[a-z_]+$');
