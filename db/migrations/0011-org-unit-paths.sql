-- Where a unit stood on which days: a unit that moves leaves its history readable under the old path.
create table org_unit_paths (
  unit_code text not null references org_units (code),
  path ltree not null,
  valid daterange not null check (not isempty(valid)),
  primary key (unit_code, valid),
  exclude using gist (unit_code with =, valid with &&)
);
create index org_unit_paths_path on org_unit_paths using gist (path);
grant select, insert, update on org_unit_paths to motcua_app;
