-- What a customer has answered so far, kept here so that nothing typed is lost. Its id is the request id of the case it becomes.
create table intake_drafts (
  id uuid primary key,
  service_version_id bigint not null references service_versions (id),
  answers jsonb not null default '{}',
  documents jsonb not null default '[]',
  confirmed_contact text,
  language text not null check (language in ('vi', 'en')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz
);
create index intake_drafts_updated on intake_drafts (updated_at);
grant select, insert, update, delete on intake_drafts to motcua_app;
