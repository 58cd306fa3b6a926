-- The people who work on cases. user_id ties one to a sign-in; without it the person cannot sign in.
create table staff (
  id uuid primary key,
  user_id text unique,
  name text not null check (name <> ''),
  email text not null check (email = lower(email) and email like '_%@_%'),
  role text not null check (role in ('agent', 'clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation', 'administrator')),
  unit_code text not null references org_units (code),
  active boolean not null default true
);
create unique index staff_email on staff (email);
create index staff_unit on staff (unit_code) where active;
grant select, insert, update on staff to motcua_app;
