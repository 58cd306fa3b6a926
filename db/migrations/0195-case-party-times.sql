-- What each party's part of a case came to, written when the case is finished or ends, and again when it was reopened. The sum of
-- elapsed_ms is the time from opening to finish, less the time between an end and a reopening. '' where there is no unit or no step.
create table case_party_times (
  case_id uuid not null references cases (id),
  party text not null check (party in
    ('corporation', 'company', 'unit', 'agency', 'administration_centre', 'customer', 'contractor')),
  unit_code text not null,
  step_code text not null,
  -- In the limit of the utility or of a State body; false for the customer's time, and for works that no limit counts.
  counted boolean not null default true,
  elapsed_ms bigint not null check (elapsed_ms >= 0),
  working_minutes numeric(14, 4) not null check (working_minutes >= 0),
  primary key (case_id, party, unit_code, step_code, counted)
);
call motcua.protect_part('case_party_times');
grant select, insert, delete on case_party_times to motcua_app;
