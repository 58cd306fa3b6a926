-- The State's file on a case that came in at a public administration centre or from an outside portal: its code by article 19 of
-- Circular 01/2018/TT-VPCP, the appointment, the one new date that may follow it, and the status that portals are told.
create table dossiers (
  case_id uuid primary key references cases (id),
  code text not null unique,
  agency_id text not null check (agency_id ~ '^[0-9A-Z]+([.][0-9A-Z]+)*$'),
  agency_uncertain boolean not null,
  centre_code text not null references org_units (code),
  received_on date not null,
  running integer not null check (running >= 1),
  registered_at timestamptz not null,
  appointment_at timestamptz,
  reappointment_at timestamptz,
  reappointed_at timestamptz,
  reappointed_by text,
  reappointment_reason text check (reappointment_reason <> ''),
  status smallint not null check (status between 1 and 10),
  status_at timestamptz not null,
  told_seq integer not null default 0 check (told_seq >= 0),
  unique (agency_id, received_on, running),
  check (num_nulls(reappointment_at, reappointed_at, reappointed_by, reappointment_reason) in (0, 4))
);
create index dossiers_centre on dossiers (centre_code, received_on, running);
call motcua.protect_part('dossiers');
grant select, insert on dossiers to motcua_app;
grant update (status, status_at, told_seq, reappointment_at, reappointed_at, reappointed_by, reappointment_reason) on dossiers to motcua_app;
-- The last number given of a day. Whoever takes the next one holds the row until its own transaction ends: no gap, no double.
create table dossier_counters (
  agency_id text not null,
  day date not null,
  last integer not null check (last >= 1),
  primary key (agency_id, day)
);
grant select, insert, update on dossier_counters to motcua_app;
