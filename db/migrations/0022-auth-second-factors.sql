-- The second factor: an authenticator app's secret and the backup codes, both encrypted before they reach the table.
create table auth_second_factors (
  id text primary key,
  user_id text not null references auth_users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index auth_second_factors_user on auth_second_factors (user_id);
create index auth_second_factors_secret on auth_second_factors (secret);
grant select, insert, update, delete on auth_second_factors to motcua_app;
