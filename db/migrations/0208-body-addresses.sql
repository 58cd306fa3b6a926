-- Where letters to a State body go, from which day on. The newest that has begun counts; an empty one says that none is known any more.
create table body_addresses (
  unit_code text not null references org_units (code),
  valid_from date not null,
  email text not null check (email = '' or email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  source text not null check (source <> ''),
  primary key (unit_code, valid_from)
);
grant select, insert on body_addresses to motcua_app;
grant update (email, source) on body_addresses to motcua_app;
