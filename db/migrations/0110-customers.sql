-- A customer of the utility as the billing system knows them: who pays for electricity at one place. Brought in by import.
-- `search` holds the folded words of name, address and province (old names and new) and, as '@pb0508', the units of its path.
-- `luck` is 0 to 63 by chance: a search for common words is answered from those of little luck, see 0113.
create table customers (
  code text collate "C" primary key check (code ~ '^[A-Z0-9]{6,20}$'),
  unit_code text not null references org_units (code),
  unit_path ltree not null,
  kind text not null check (kind in ('household', 'organisation')),
  name text not null check (name <> ''),
  address text not null,
  phones text[] not null default '{}',
  emails text[] not null default '{}',
  search tsvector not null,
  luck smallint not null generated always as (hashtext(code) & 63) stored,
  imported_at timestamptz not null
);
create index customers_search on customers using gin (search);
create index customers_search_64th on customers using gin (search) where luck = 0;
create index customers_search_8th on customers using gin (search) where luck < 8;
create index customers_phones on customers using gin (phones);
create index customers_emails on customers using gin (emails);
create index customers_unit on customers (unit_code, code);
alter table customers enable row level security;
alter table customers force row level security;
create policy seen on customers using ((select motcua.sees_all()) or unit_path <@ (select motcua.paths())) with check (true);
grant select, insert, update on customers to motcua_app;
