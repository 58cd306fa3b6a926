-- When a code went to a contact, known only by its keyed hash: so many an hour and no more.
create table one_time_code_sends (
  id bigint generated always as identity primary key,
  contact_hash text not null check (contact_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null
);
create index one_time_code_sends_contact on one_time_code_sends (contact_hash, at);
grant select, insert, delete on one_time_code_sends to motcua_app;
