-- The portal and we say different things of a dossier, and no rule decides: a person does, once.
create table portal_conflicts (
  id uuid primary key,
  case_id uuid not null references cases (id),
  endpoint text not null references portal_endpoints (code),
  inbox_id bigint unique references portal_inbox (id),
  message_id uuid unique references portal_messages (id),
  ours smallint not null check (ours between 1 and 10),
  theirs smallint check (theirs between 1 and 10),
  why text not null check (why <> ''),
  at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  settled_how text check (settled_how in ('ours', 'theirs')),
  check (num_nonnulls(inbox_id, message_id) = 1),
  check (num_nulls(settled_at, settled_by, settled_how) in (0, 3))
);
create index portal_conflicts_open on portal_conflicts (endpoint, at) where settled_at is null;
create index portal_conflicts_case on portal_conflicts (case_id);
call motcua.protect_part('portal_conflicts');
grant select, insert on portal_conflicts to motcua_app;
grant update (settled_at, settled_by, settled_how) on portal_conflicts to motcua_app;
