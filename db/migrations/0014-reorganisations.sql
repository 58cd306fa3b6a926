-- Each dated change of the organisation, planned and then applied once, and which unit took over from which.
create table reorganisations (
  code text primary key check (code <> ''),
  kind text not null check (kind in ('merge', 'split', 'move')),
  on_date date not null,
  definition jsonb not null,
  source text not null,
  applied_at timestamptz
);
create index reorganisations_planned on reorganisations (on_date, code) where applied_at is null;
create table org_successions (
  from_code text not null references org_units (code),
  to_code text not null references org_units (code) check (to_code <> from_code),
  on_date date not null,
  reorganisation_code text not null references reorganisations (code),
  primary key (from_code, to_code)
);
create index org_successions_to on org_successions (to_code);
grant select, insert, update on reorganisations to motcua_app;
grant select, insert on org_successions to motcua_app;
