-- What a request with an Idempotency-Key was answered, for a day, where the answer cannot be had again from what was written:
-- a webhook's secret is shown once. Sealed by the application and bound to the request; the database cannot read it.
create table api_answers (
  request_id uuid primary key,
  key_id uuid not null references api_keys (id),
  request_hash text not null,
  answer_sealed text not null,
  at timestamptz not null
);
create index api_answers_at on api_answers (at);
grant select, insert, delete on api_answers to motcua_app;
