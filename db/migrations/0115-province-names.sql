-- Other names by which people call where a province of the profile lies, since when: the provinces were merged on 01/07/2025.
create table province_names (
  province_code text not null references provinces (code),
  name_vi text not null check (name_vi <> ''),
  name_en text not null check (name_en <> ''),
  uncertain boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (province_code, name_vi)
);
grant select, insert, update on province_names to motcua_app;
