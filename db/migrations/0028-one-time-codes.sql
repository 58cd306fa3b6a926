-- The newest code for one purpose and subject, as a keyed hash; a new one replaces it. Wrong tries are counted over new codes.
create table one_time_codes (
  purpose text not null,
  subject text not null,
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  tries smallint not null default 0 check (tries >= 0),
  last_try_at timestamptz,
  locked_until timestamptz,
  primary key (purpose, subject)
);
grant select, insert, update, delete on one_time_codes to motcua_app;
