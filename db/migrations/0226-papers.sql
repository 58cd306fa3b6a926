-- A paper that is made and signed in a case: what it was made from, the bytes that were issued, the bytes once all have signed.
create table papers (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('survey-minutes', 'connection-agreement', 'acceptance-minutes', 'energising-minutes', 'sale-contract')),
  template_id bigint not null references paper_templates (id),
  number text not null check (number <> ''),
  unit_code text not null references org_units (code),
  content jsonb not null,
  state text not null check (state in ('waits_customer', 'waits_unit', 'complete', 'void')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  signed_sha256 text check (signed_sha256 ~ '^[0-9a-f]{64}$'),
  replaces uuid references papers (id),
  replaced_why text check (replaced_why <> ''),
  made_at timestamptz not null,
  made_by text not null,
  voided_at timestamptz check (voided_at >= made_at),
  check ((state = 'void') = (voided_at is not null)),
  check ((replaces is null) = (replaced_why is null)),
  check (state <> 'complete' or signed_sha256 is not null),
  unique (case_id, number)
);
-- One that counts of each kind; those it replaced keep their rows.
create unique index papers_current on papers (case_id, kind) where state <> 'void';
create index papers_sha256 on papers (sha256);
create index papers_signed_sha256 on papers (signed_sha256) where signed_sha256 is not null;
call motcua.protect_part('papers');
grant select, insert on papers to motcua_app;
grant update (state, signed_sha256, voided_at) on papers to motcua_app;
