-- What an administration centre is called in dossier codes is a dated fact of the profile, kept beside the others; which kinds there
-- are is the loader's to say.
alter table standard_versions drop constraint standard_versions_kind_check;
alter table standard_versions add constraint standard_versions_kind_check check (kind ~ '^[a-z_]+$');
