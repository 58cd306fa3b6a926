-- The words of a paper as they held in a period. A paper keeps the template it was made from; a corrected one supersedes.
create table paper_templates (
  id bigint generated always as identity primary key,
  code text not null check (code <> ''),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  definition jsonb not null,
  source text not null,
  loaded_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= loaded_at),
  exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&) where (superseded_at is null)
);
grant select, insert on paper_templates to motcua_app;
grant update (superseded_at) on paper_templates to motcua_app;
