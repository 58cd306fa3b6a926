-- Who is signed in, how they signed in, and what is pending between two steps of signing in.
create table auth_sessions (
  id text primary key,
  user_id text not null references auth_users (id) on delete cascade,
  token text not null unique,
  method text not null check (method in ('password', 'oidc', 'demonstration')),
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_sessions_user on auth_sessions (user_id);
create index auth_verifications_identifier on auth_verifications (identifier);
create index auth_verifications_expired on auth_verifications (expires_at);
grant select, insert, update, delete on auth_sessions, auth_verifications to motcua_app;
