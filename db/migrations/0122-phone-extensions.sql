-- Who sits at which telephone now: one person an extension, one extension a person. Whom a call reached stands with the call.
create table phone_extensions (
  extension text primary key check (extension ~ '^[0-9A-Za-z*#._-]{1,20}$'),
  staff_id uuid not null unique references staff (id),
  claimed_at timestamptz not null
);
grant select, insert, update, delete on phone_extensions to motcua_app;
