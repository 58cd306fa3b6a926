-- What a body asked the customer for. A second one is possible, and counts as late whatever the days say (Decision 766/QĐ-TTg).
create table agency_supplements (
  id uuid primary key,
  agency_task_id uuid not null references agency_tasks (id),
  task_id uuid not null references case_tasks (id),
  case_id uuid not null references cases (id),
  ordinal integer not null check (ordinal >= 1),
  what text not null check (what <> ''),
  until date not null,
  counts_late boolean not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz check (answered_at >= asked_at),
  answered_by text,
  answer text,
  document_ids uuid[] not null default '{}',
  -- The body decided without waiting for it.
  dropped_at timestamptz check (dropped_at >= asked_at),
  unique (task_id, ordinal),
  check (counts_late = (ordinal > 1)),
  check ((answered_at is null) = (answered_by is null)),
  check (answered_at is null or dropped_at is null)
);
create unique index agency_supplements_one_open on agency_supplements (task_id) where answered_at is null and dropped_at is null;
create index agency_supplements_case on agency_supplements (case_id, asked_at);
alter table agency_supplements enable row level security;
alter table agency_supplements force row level security;
create policy seen on agency_supplements
  using (exists (select from agency_tasks a where a.id = agency_task_id))
  with check (exists (select from agency_tasks a where a.id = agency_task_id));
grant select, insert on agency_supplements to motcua_app;
grant update (answered_at, answered_by, answer, document_ids, dropped_at) on agency_supplements to motcua_app;
