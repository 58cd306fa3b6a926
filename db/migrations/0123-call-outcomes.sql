-- What a call came to: a new case, a note on one that was there, or a question answered on the spot. One for each call.
create table call_outcomes (
  call uuid primary key references calls (id),
  kind text not null check (kind in ('case', 'note', 'answered')),
  case_id uuid references cases (id),
  case_code text,
  reason text not null,
  request_id uuid not null unique,
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  by_whom text not null,
  check ((kind = 'answered') = (case_id is null)),
  check ((case_id is null) = (case_code is null)),
  check (kind = 'case' or reason <> '')
);
create index call_outcomes_case on call_outcomes (case_id) where case_id is not null;
alter table call_outcomes enable row level security;
alter table call_outcomes force row level security;
create policy seen on call_outcomes using (exists (select from calls c where c.id = call)) with check (exists (select from calls c where c.id = call));
grant select, insert on call_outcomes to motcua_app;
