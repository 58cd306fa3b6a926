-- How a province carries out a procedure that several bodies share: what the profile says, and what staff recorded since.
-- A case keeps the version it was filed under; a corrected one supersedes, never rewrites.
create table regulations (
  id bigint generated always as identity primary key,
  code text not null check (code <> ''),
  province_code text not null references provinces (code),
  status text not null check (status in ('issued', 'drafting')),
  origin text not null check (origin in ('profile', 'recorded')),
  services text[] not null check (cardinality(services) > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  definition jsonb not null,
  source text not null,
  loaded_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= loaded_at),
  fingerprint text not null generated always as (md5(definition::text)) stored,
  check (origin = 'profile' or status = 'issued')
);
create unique index regulations_one_version on regulations (code, province_code, valid_from) where superseded_at is null;
create index regulations_province on regulations (province_code);
grant select, insert on regulations to motcua_app;
grant update (superseded_at) on regulations to motcua_app;
-- Everybody reads them; the profile is loaded by the system, and what is recorded comes from the company of the province or from above it.
create function motcua.sees_province(province text) returns boolean language sql stable parallel safe as $$
  select motcua.sees_all() or exists (
    select from public.provinces p join public.org_units u on u.code = p.company_code
    where p.code = province and u.path operator(public.<@) motcua.paths())
$$;
alter table regulations enable row level security;
alter table regulations force row level security;
create policy read on regulations for select using (true);
create policy recorded on regulations for insert with check (motcua.sees_province(province_code));
create policy superseded on regulations for update using (motcua.sees_province(province_code));
