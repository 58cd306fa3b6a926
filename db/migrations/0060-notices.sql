-- One message to one person over one channel. The key makes the same thing be told once.
create table notices (
  id uuid primary key,
  case_id uuid references cases (id),
  kind text not null check (kind in ('acknowledgement', 'supplement_asked', 'finished', 'late_with_apology', 'one_time_code', 'answer', 'declined', 'transferred')),
  dedupe_key text not null unique,
  channel text not null check (channel in ('mail', 'sms')),
  recipient text not null check (recipient <> '' and recipient !~ '[[:cntrl:]]'),
  language text not null check (language in ('vi', 'en')),
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]'),
  body_text text not null check (body_text <> ''),
  body_html text,
  created_at timestamptz not null,
  check (kind = 'one_time_code' or case_id is not null)
);
create index notices_newest on notices (created_at, id);
create index notices_case on notices (case_id, created_at) where case_id is not null;
