-- The application never works as the owner: what it is not granted, it cannot do.
do $$
begin
  create role motcua_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant motcua_app to current_user;
create schema motcua;
grant usage on schema public, motcua to motcua_app;
create table motcua.facts (name text primary key, value text not null);
