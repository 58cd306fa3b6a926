-- A case: one request of one customer, wherever it came in. What changes is here; what happened is in case_events.
create table cases (
  id uuid primary key,
  code text not null unique check (code ~ '^[0-9]{11}$'),
  state text not null check (state in ('opened', 'transferred', 'accepted', 'waiting', 'reopened', 'finished', 'closed', 'declined', 'withdrawn')),
  service_version_id bigint not null references service_versions (id),
  service_code text not null,
  variant text not null,
  channel text not null check (channel in ('web', 'phone', 'email', 'counter', 'administration_centre', 'api', 'open311')),
  unit_code text not null references org_units (code),
  unit_path ltree not null,
  assignee uuid references staff (id),
  customer_name text not null check (customer_name <> ''),
  customer_phone text,
  customer_email text,
  customer_code text,
  address text not null,
  details jsonb not null default '{}',
  language text not null check (language in ('vi', 'en')),
  search tsvector not null,
  visits_promised smallint not null check (visits_promised in (0, 1)),
  visits integer not null default 0 check (visits >= 0),
  opened_at timestamptz not null,
  due_at timestamptz,
  due_derivation jsonb not null,
  finished_at timestamptz,
  closed_at timestamptz,
  version integer not null check (version >= 1),
  head_hash text not null check (head_hash ~ '^[0-9a-f]{64}$'),
  check (customer_phone is not null or customer_email is not null),
  check (closed_at is null or state in ('closed', 'declined', 'withdrawn'))
);
call motcua.protect('cases', 'unit_path', 'id');
grant select, insert, update on cases to motcua_app;
