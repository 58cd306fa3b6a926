-- One sending of a step to a State body; after a refusal or a hand-back the step may be sent again, as the next attempt.
create table agency_tasks (
  id uuid primary key,
  task_id uuid not null references case_tasks (id),
  attempt integer not null check (attempt >= 1),
  case_id uuid not null references cases (id),
  unit_code text not null references org_units (code),
  unit_path ltree not null,
  -- system: the body has officers here. mail: it is sent a link. paper: neither; what it answers is recorded by the unit.
  how text not null check (how in ('system', 'mail', 'paper')),
  sent_at timestamptz not null,
  received_at timestamptz check (received_at >= sent_at),
  received_by text,
  accepted_at timestamptz check (accepted_at >= received_at),
  accepted_by text,
  decided_at timestamptz check (decided_at >= sent_at),
  decided_by text,
  decision text check (decision in ('approved', 'refused', 'handed_back')),
  -- What came on paper, and a clerk of the unit wrote down.
  recorded_by_unit boolean not null default false,
  document_number text,
  document_date date,
  note text,
  result_sha256 text check (result_sha256 ~ '^[0-9a-f]{64}$'),
  result_name text,
  result_mime text,
  result_document uuid references case_documents (id),
  unique (task_id, attempt),
  check ((received_at is null) = (received_by is null)),
  check ((accepted_at is null) = (accepted_by is null)),
  check ((decision is null) = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (decision is distinct from 'approved' or (document_number <> '' and document_date is not null)),
  check (decision is null or decision = 'handed_back' or result_sha256 is not null),
  check (decision is null or decision = 'approved' or note <> ''),
  check ((result_sha256 is null) = (result_name is null) and (result_sha256 is null) = (result_document is null))
);
create unique index agency_tasks_one_open on agency_tasks (task_id) where decision is null;
create index agency_tasks_case on agency_tasks (case_id, sent_at);
create index agency_tasks_body on agency_tasks (unit_code, sent_at);
-- The body sees what was sent to it, and whoever sees the case sees where it was sent.
alter table agency_tasks enable row level security;
alter table agency_tasks force row level security;
create policy seen on agency_tasks using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths())
  or exists (select from cases c where c.id = case_id))
  with check ((select motcua.sees_all()) or exists (select from cases c where c.id = case_id));
grant select, insert on agency_tasks to motcua_app;
grant update (unit_code, unit_path, how, received_at, received_by, accepted_at, accepted_by, decided_at, decided_by, decision,
  recorded_by_unit, document_number, document_date, note, result_sha256, result_name, result_mime, result_document)
  on agency_tasks to motcua_app;
