-- The organisation: corporation > company > district unit, and the State bodies of each province below its People's Committee.
create table org_units (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
  kind text not null check (kind in ('corporation', 'company', 'district_unit', 'care_centre', 'administration_centre', 'agency')),
  parent_code text references org_units (code) check (parent_code <> code),
  path ltree not null,
  name_vi text not null check (name_vi <> ''),
  name_en text not null check (name_en <> ''),
  name_status text not null default 'found' check (name_status in ('found', 'inferred', 'assumed')),
  agency_kind text,
  province_code text check (province_code ~ '^[0-9]{2}$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  check (ltree2text(subpath(path, -1)) = code),
  check ((kind = 'agency') = (agency_kind is not null)),
  check (kind not in ('company', 'district_unit', 'care_centre') or parent_code is not null)
);
create index org_units_path on org_units using gist (path);
create index org_units_parent on org_units (parent_code);
create unique index org_units_one_agency on org_units (province_code, agency_kind) where kind = 'agency' and valid_to is null;
grant select, insert, update on org_units to motcua_app;
