-- Each time the customer had to come. Beyond the promised ones a reason is owed.
create table case_visits (
  id uuid primary key,
  case_id uuid not null references cases (id),
  ordinal integer not null check (ordinal >= 1),
  reason text check (reason <> ''),
  beyond_promise boolean not null,
  at timestamptz not null,
  by_whom text not null,
  unique (case_id, ordinal),
  check (not beyond_promise or reason is not null)
);
call motcua.protect_part('case_visits');
grant select, insert on case_visits to motcua_app;
