-- A case that was taken in as something else: what it was, what it is, and the limits of both.
create table case_reclassifications (
  id uuid primary key,
  case_id uuid not null references cases (id),
  from_service text not null,
  from_variant text not null,
  from_limit jsonb not null,
  to_service text not null,
  to_variant text not null,
  to_limit jsonb not null,
  -- The new limit ends later than the old one would have.
  slower boolean not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by_whom text not null,
  check ((from_service, from_variant) <> (to_service, to_variant))
);
create index case_reclassifications_case on case_reclassifications (case_id);
call motcua.protect_part('case_reclassifications');
grant select, insert on case_reclassifications to motcua_app;
