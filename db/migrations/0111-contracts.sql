-- The contracts of a customer and the points at which their electricity is measured.
create table contracts (
  number text collate "C" primary key check (number <> ''),
  customer_code text collate "C" not null references customers (code),
  purpose text not null check (purpose in ('residential', 'production', 'business', 'administrative', 'agricultural')),
  households integer not null default 1 check (households >= 1),
  signed_on date,
  ended_on date check (ended_on >= signed_on)
);
create index contracts_customer on contracts (customer_code);
create table meter_points (
  code text collate "C" primary key check (code ~ '^[A-Z0-9]{6,24}$'),
  contract_number text collate "C" not null references contracts (number),
  customer_code text collate "C" not null references customers (code),
  address text not null,
  phases smallint not null check (phases in (1, 3)),
  meter_serial text,
  transformer text,
  check (starts_with(code, customer_code))
);
create index meter_points_customer on meter_points (customer_code);
create index meter_points_contract on meter_points (contract_number);
create index meter_points_transformer on meter_points (transformer) where transformer is not null;
create policy seen on contracts using (exists (select from customers c where c.code = customer_code)) with check (true);
alter table contracts enable row level security;
alter table contracts force row level security;
create policy seen on meter_points using (exists (select from customers c where c.code = customer_code)) with check (true);
alter table meter_points enable row level security;
alter table meter_points force row level security;
grant select, insert, update on contracts, meter_points to motcua_app;
