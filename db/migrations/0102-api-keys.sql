-- A key lets a machine act with one role in one unit, by one channel. Only the hash of its secret is kept.
create table api_keys (
  id uuid primary key,
  name text not null check (name <> ''),
  secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  role text not null check (role in ('app', 'agent', 'clerk', 'desk_clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation', 'administrator')),
  unit_code text not null references org_units (code),
  channel text not null check (channel in ('api', 'app', 'portal', 'open311', 'phone')),
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz check (expires_at > created_at),
  revoked_at timestamptz
);
grant select, insert on api_keys to motcua_app;
grant update (revoked_at) on api_keys to motcua_app;
