-- Documents (the bytes lie in the file store under their sha256), messages and the customer's rating.
create table case_documents (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null,
  name text not null check (name <> '' and name !~ '[/\\]'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  mime text not null,
  bytes bigint not null check (bytes > 0),
  at timestamptz not null,
  by_whom text not null,
  by_kind text not null check (by_kind in ('staff', 'customer', 'system'))
);
create table case_messages (
  id uuid primary key,
  case_id uuid not null references cases (id),
  direction text not null check (direction in ('in', 'out', 'internal')),
  author text not null,
  body text not null check (body <> ''),
  at timestamptz not null
);
create table case_ratings (
  case_id uuid primary key references cases (id),
  score smallint not null check (score between 1 and 5),
  remark text,
  at timestamptz not null
);
create index case_documents_case on case_documents (case_id, at);
create index case_messages_case on case_messages (case_id, at);
call motcua.protect_part('case_documents');
call motcua.protect_part('case_messages');
call motcua.protect_part('case_ratings');
grant select, insert on case_documents, case_messages, case_ratings to motcua_app;
