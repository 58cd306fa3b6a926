-- How far a province is with its regulation: one row a move, never changed. What ends a regulation in force is a move as well.
create table regulation_stages (
  id bigint generated always as identity primary key,
  province_code text not null references provinces (code),
  stage text not null check (stage in ('assigned', 'draft_written', 'opinions_asked', 'legal_appraisal', 'submitted', 'issued', 'ended')),
  since date not null,
  body_code text references org_units (code),
  note text not null default '' check (length(note) <= 2000),
  reason text check (reason <> '' and length(reason) <= 2000),
  regulation_code text check (regulation_code <> ''),
  document jsonb,
  at timestamptz not null,
  by_staff uuid references staff (id),
  by_whom text not null check (by_whom <> ''),
  request_id uuid not null unique,
  check ((stage in ('issued', 'ended')) = (regulation_code is not null)),
  check (document is null or stage = 'issued')
);
create index regulation_stages_province on regulation_stages (province_code, id);
grant select, insert on regulation_stages to motcua_app;
alter table regulation_stages enable row level security;
alter table regulation_stages force row level security;
create policy read on regulation_stages for select using (true);
create policy recorded on regulation_stages for insert with check (motcua.sees_province(province_code));
