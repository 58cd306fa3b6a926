-- What was asked of the customer in addition, and when it came.
create table case_supplements (
  id uuid primary key,
  case_id uuid not null references cases (id),
  ordinal integer not null check (ordinal >= 1),
  what text not null check (what <> ''),
  until date not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  answer text,
  unique (case_id, ordinal)
);
create unique index case_supplements_one_open on case_supplements (case_id) where answered_at is null;
call motcua.protect_part('case_supplements');
grant select, insert on case_supplements to motcua_app;
grant update (answered_at, answer) on case_supplements to motcua_app;
