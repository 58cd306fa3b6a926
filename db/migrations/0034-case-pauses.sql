-- Time that does not count, with its reason and the document that shows it.
create table case_pauses (
  id uuid primary key,
  case_id uuid not null references cases (id),
  reason text not null check (reason in ('supplement', 'uncounted_step', 'ended', 'force_majeure')),
  note text not null,
  document_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at)
);
create unique index case_pauses_one_open on case_pauses (case_id, reason) where ended_at is null;
create index case_pauses_case on case_pauses (case_id, started_at);
call motcua.protect_part('case_pauses');
grant select, insert on case_pauses to motcua_app;
grant update (ended_at) on case_pauses to motcua_app;
