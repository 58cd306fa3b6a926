-- A state change that matters is a row: who, when, why.
create table case_transfers (
  id uuid primary key,
  case_id uuid not null references cases (id),
  from_unit text not null references org_units (code),
  to_unit text not null references org_units (code),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by_whom text not null,
  check (from_unit <> to_unit)
);
create table case_closures (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('closed', 'declined', 'withdrawn', 'reopened')),
  reason text not null,
  at timestamptz not null,
  by_whom text not null
);
create index case_transfers_case on case_transfers (case_id);
create index case_closures_case on case_closures (case_id);
call motcua.protect_part('case_transfers');
call motcua.protect_part('case_closures');
grant select, insert on case_transfers, case_closures to motcua_app;
