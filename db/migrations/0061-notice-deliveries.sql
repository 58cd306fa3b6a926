-- The delivery log, append-only; PostgreSQL itself refuses that a notice leaves twice.
create table notice_deliveries (
  id bigint generated always as identity primary key,
  notice_id uuid not null references notices (id),
  at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'failed', 'outbox')),
  detail text not null
);
create index notice_deliveries_notice on notice_deliveries (notice_id, at);
create unique index notice_deliveries_once on notice_deliveries (notice_id) where outcome in ('sent', 'outbox');
