-- Wrong passwords in a row for an e-mail, whether or not anybody has it: a lock must not tell which addresses exist.
create table sign_in_failures (
  email text primary key check (email = lower(email)),
  failures integer not null check (failures >= 0),
  last_at timestamptz not null,
  locked_until timestamptz
);
grant select, insert, update, delete on sign_in_failures to motcua_app;
