-- The districts people name, and the unit that serves each on which days.
create table provinces (
  code text primary key check (code ~ '^[0-9]{2}$'),
  name_vi text not null check (name_vi <> ''),
  name_en text not null check (name_en <> ''),
  company_code text not null references org_units (code)
);
create table districts (
  code text not null check (code ~ '^[0-9]{3}$'),
  province_code text not null references provinces (code),
  name_vi text not null check (name_vi <> ''),
  name_en text not null check (name_en <> ''),
  area text not null check (area in ('urban', 'rural')),
  unit_code text not null references org_units (code),
  uncertain boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (code, valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index districts_province on districts (province_code);
create index districts_unit on districts (unit_code);
grant select, insert, update on provinces, districts to motcua_app;
