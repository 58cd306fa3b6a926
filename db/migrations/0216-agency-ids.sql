-- What an administration centre is called in dossier codes is a dated fact of the profile.
alter table standard_versions drop constraint standard_versions_kind_check;
alter table standard_versions add constraint standard_versions_kind_check
  check (kind in ('standard', 'escalation', 'utility', 'channel', 'agency_id'));
